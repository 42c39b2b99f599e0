import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { clusterError } from '#shared/model/cluster-error';
import { success } from '#shared/model/result';
import { clusterWindow, type ClusterWindow } from '../../../../tests/support/cluster-window';
import type { FakeBridgeOptions } from '../../../../tests/support/fake-bridge';
import { sampleEvent } from '../../../../tests/support/sample-objects';
import { sampleSnapshot, type SampleChanges } from '../../../../tests/support/sample-snapshot';
import { Overview } from './overview';

afterEach(cleanup);

function open(changes: SampleChanges = {}, options: FakeBridgeOptions = {}): ClusterWindow {
  const shown = clusterWindow({ snapshot: sampleSnapshot(changes), ...options });
  render(<Overview />, { wrapper: shown.wrapper });
  return shown;
}

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('the summary of the cluster', () => {
  it('says that nothing is wrong', () => {
    open();
    expect(part('Needs attention').getByText('Nothing is wrong.')).toBeTruthy();
  });

  it('does not say that nothing is wrong while the connection is lost', async () => {
    const { bridge } = open();
    const connection = { status: 'lost', error: clusterError('timeout', 'It hangs.') } as const;
    bridge.tell({ kind: 'connection', connection });
    expect(await part('Needs attention').findByText('Nothing was wrong when it was last read.')).toBeTruthy();
    expect(screen.queryByText('Nothing is wrong.')).toBeNull();
  });

  it('names what is wrong with the reason, and leads there', async () => {
    const { asked } = open({
      roles: { 'SQL-01': { state: 'Failed' } },
      resources: { 'Virtual Machine SQL-01': { state: 'Failed', statusReason: 'Its disk is offline.' } },
    });
    expect(part('Needs attention').getByText('Its disk is offline.')).toBeTruthy();
    await userEvent.click(part('Needs attention').getByRole('button', { name: 'SQL-01' }));
    expect(asked).toContainEqual(['reveal', { kind: 'role', name: 'SQL-01' }]);
  });

  it('gives the quorum in words and every vote', () => {
    open({
      nodes: { Demo2: { state: 'Down', dynamicWeight: 0 } },
      quorum: {
        votes: 1,
        votesTotal: 1,
        votesNeeded: 1,
        canFailAtOnce: 0,
        canFailOneByOne: 0,
        witnessDynamicWeight: 0,
      },
    });
    const quorum = part('Quorum');
    expect(quorum.getByText(/1 of 1 vote is there, 1 is needed. No node can fail/)).toBeTruthy();
    expect(quorum.getByRole('row', { name: /Demo2/ }).textContent).toContain('No vote while it is down');
    expect(quorum.getByRole('row', { name: /Disk witness/ }).textContent).toContain('the number of node votes is odd');
  });

  it('lists the core resources', () => {
    open();
    for (const name of ['Cluster Name', 'Cluster IP Address', 'Quorum']) {
      expect(part('Core resources').getByRole('rowheader', { name })).toBeTruthy();
    }
  });

  it('does not say that nothing happened before the events were read, and names nodes that did not tell', async () => {
    const { bridge } = open({}, { training: false });
    const events = part('Recent warnings and errors');
    expect(events.getByText('Reading events…')).toBeTruthy();
    const reading = { section: 'events', fromNode: null } as const;
    const readings = [
      { ...reading, ofNode: 'Demo1', readAt: 5, problem: null },
      { ...reading, ofNode: 'Demo2', readAt: 0, problem: 'It does not answer.' },
    ];
    act(() => bridge.tell({ kind: 'delta', delta: { revision: 2, time: 6, upserts: {}, removals: {}, readings } }));
    expect(await events.findByText('None known.')).toBeTruthy();
    expect(events.getByText('Events could not be read of: Demo2')).toBeTruthy();
  });

  it('shows the latest warnings and errors', async () => {
    const shown = clusterWindow();
    shown.bridge.answer('cluster.query', () =>
      success({ events: [sampleEvent({ message: 'The disk failed.' })], next: null, lookedBackTo: null, gaps: [] }),
    );
    render(<Overview />, { wrapper: shown.wrapper });
    expect(await screen.findByText('The disk failed.')).toBeTruthy();
    expect(shown.bridge.calls.find(({ name }) => name === 'cluster.query')?.input).toMatchObject({
      input: { levels: ['critical', 'error', 'warning'] },
    });
  });
});
