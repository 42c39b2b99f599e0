import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, AuditRecord } from '#shared/contract/audit';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { clusterWindow } from '../../../../tests/support/cluster-window';
import { giveElementsSize } from '../../../../tests/support/layout';
import { sampleRecord } from '../../../../tests/support/sample-record';
import { MyActionsTab } from './my-actions-tab';

beforeAll(() => giveElementsSize(1400));
afterEach(cleanup);

const refusal = clusterError('refused', 'Demo2 is paused.', { code: 5070, advice: 'Resume it first.' });

function pageOf(records: readonly AuditRecord[], changes: Partial<AuditPage> = {}): AuditPage {
  const clusters = [
    { connection: 'training', name: null, cluster: 'HVCLUSTER', training: true },
    { connection: 'c-7', name: 'Berlin', cluster: 'PROD', training: false },
  ];
  return { records, more: false, clusters, brokenLines: 0, ...changes };
}

function rig(page: AuditPage) {
  const around = clusterWindow();
  let present = page;
  around.bridge.answer('audit.search', () => success(present));
  render(<MyActionsTab />, { wrapper: around.wrapper });
  const searches = () => around.bridge.calls.filter(({ name }) => name === 'audit.search').map(({ input }) => input);
  const log = (next: AuditPage): void => {
    present = next;
    around.bridge.emit('audit.changed', null);
  };
  return { ...around, searches, log, user: userEvent.setup() };
}

const details = () => within(screen.getByRole('region', { name: 'Action' }));

describe('My actions', () => {
  it('says for each command when, what, on what, where, who, and how it ended', async () => {
    rig(
      pageOf([
        sampleRecord({
          id: '2',
          outcome: 'refused',
          error: refusal,
          connection: 'c-7',
          name: 'Berlin',
          cluster: 'PROD',
          training: false,
        }),
        sampleRecord({ id: '1' }),
      ]),
    );
    const rows = await screen.findAllByRole('row', { name: 'Live migrate SQL-01 to Demo2' });
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Refused.*SQL-01.*Berlin \(PROD\).*ada on ADMIN-PC.*Demo2 is paused. Resume it first./),
      expect.stringMatching(/Completed.*SQL-01.*HVCLUSTER \(training\).*ada on ADMIN-PC$/),
    ]);
  });

  it('shows all of the selected one, with its PowerShell to copy and the way to its object', async () => {
    const { user, bridge, asked } = rig(pageOf([sampleRecord({ outcome: 'failed', error: refusal })]));
    await user.click(await screen.findByRole('row', { name: 'Live migrate SQL-01 to Demo2' }));
    expect(details().getByText('Demo2 is paused. Resume it first. (error 5070)')).toBeDefined();
    expect(details().getByRole('group', { name: 'PowerShell' }).textContent).toContain('-MigrationType Live');
    expect(details().getByText('2.5 s')).toBeDefined();
    await user.click(details().getByRole('button', { name: 'Copy PowerShell' }));
    expect(bridge.calls).toContainEqual({ name: 'clipboard.write', input: { text: sampleRecord().powershell } });
    await user.click(details().getByRole('button', { name: 'Show object' }));
    expect(asked).toContainEqual(['reveal', { kind: 'role', name: 'SQL-01' }]);
  });

  it.each([
    ['is gone', { target: { kind: 'role', name: 'Gone' } as const }],
    ['is on another cluster', { connection: 'c-7' }],
  ])('offers no way to an object that %s', async (_why, changes) => {
    const { user } = rig(pageOf([sampleRecord(changes)]));
    await user.click(await screen.findByRole('row', { name: 'Live migrate SQL-01 to Demo2' }));
    expect(details().getByText('role.liveMigrate')).toBeDefined();
    expect(details().queryByRole('button', { name: 'Show object' })).toBeNull();
  });

  it('searches for words, a result and a cluster', async () => {
    const { user, searches } = rig(pageOf([sampleRecord()]));
    await screen.findByRole('row', { name: 'Live migrate SQL-01 to Demo2' });
    await user.type(screen.getByRole('searchbox', { name: 'Search my actions' }), 'sql demo2');
    await waitFor(() => expect(searches()).toContainEqual({ limit: 200, text: 'sql demo2' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Result' }), 'Failed');
    await waitFor(() => expect(searches()).toContainEqual({ limit: 200, text: 'sql demo2', outcomes: ['failed'] }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Cluster' }), 'Berlin (PROD)');
    await waitFor(() => expect(searches().at(-1)).toMatchObject({ connection: 'c-7' }));
  });

  it('shows what is added while it is open', async () => {
    const { log } = rig(pageOf([]));
    await screen.findByText(/You did nothing yet/);
    log(pageOf([sampleRecord({ outcome: 'running', endedAt: null })]));
    expect((await screen.findByRole('row', { name: /SQL-01/ })).textContent).toContain('Running');
    log(pageOf([sampleRecord()]));
    await waitFor(() => expect(screen.getByRole('row', { name: /SQL-01/ }).textContent).toContain('Completed'));
  });

  it('asks for older ones from the last one on', async () => {
    const { user, searches } = rig(pageOf([sampleRecord({ id: '9' }), sampleRecord({ id: '8' })], { more: true }));
    await user.click(await screen.findByRole('button', { name: 'Load older actions' }));
    await waitFor(() => expect(searches()).toContainEqual({ limit: 200, before: '8' }));
  });

  it('says how many lines could not be read, and why the log cannot be', async () => {
    const { log, bridge } = rig(pageOf([sampleRecord()], { brokenLines: 3 }));
    expect(await screen.findByText('3 lines of the audit log cannot be read.')).toBeDefined();
    bridge.answer('audit.search', () => failure(clusterError('unexpected', 'The audit log could not be read: EACCES')));
    log(pageOf([]));
    bridge.answer('audit.search', () => failure(clusterError('unexpected', 'The audit log could not be read: EACCES')));
    expect((await screen.findByRole('alert')).textContent).toContain('EACCES');
  });

  it.each([
    [
      'As CSV…',
      'My actions.csv',
      /^\uFEFFTime,Ended,Result.*\r\n2026-11-21T10:00:00.000Z.*Completed,Live migrate SQL-01/,
    ],
    ['As JSON…', 'My actions.json', /^\[\n {2}\{\n {4}"id": "1"/],
  ])('saves all that match: %s', async (item, suggestedName, content) => {
    const { user, bridge } = rig(pageOf([]));
    const all = [sampleRecord({ id: '1' }), sampleRecord({ id: '2' })];
    bridge.answer('audit.search', ({ before }) => {
      const rest = before === undefined ? all : all.slice(all.findIndex(({ id }) => id === before) + 1);
      return success(pageOf(rest.slice(0, 1), { more: rest.length > 1 }));
    });
    bridge.emit('audit.changed', null);
    await screen.findByRole('row', { name: /SQL-01/ });
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('menuitem', { name: item }));
    await waitFor(() => {
      const saved = bridge.calls.find(({ name }) => name === 'file.save')?.input as { content: string } | undefined;
      expect(saved).toMatchObject({ suggestedName, content: expect.stringMatching(content) as unknown });
      expect(saved?.content.match(/audit-|"id": "|T10:00:00/g)?.length).toBeGreaterThanOrEqual(2);
    });
  });
});
