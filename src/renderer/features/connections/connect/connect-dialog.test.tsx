import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestStep } from '#shared/contract/connections';
import type { MethodName } from '#shared/contract/contract';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success } from '#shared/model/result';
import { clusterWindow } from '../../../../../tests/support/cluster-window';
import { realConnection, type FakeBridge } from '../../../../../tests/support/fake-bridge';
import { ConnectDialog } from './connect-dialog';

afterEach(cleanup);

function open(connection: Parameters<typeof ConnectDialog>[0]['connection'] = null) {
  let closed = false;
  const opened = clusterWindow();
  render(<ConnectDialog connection={connection} onClose={() => (closed = true)} />, { wrapper: opened.wrapper });
  const sent = (method: string) => opened.bridge.calls.filter(({ name }) => name === method).map(({ input }) => input);
  return { ...opened, sent, isClosed: () => closed };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const step = (name: TestStep['name'], outcome: TestStep['outcome'], text: string): TestStep => ({
  name,
  outcome,
  text,
  advice: outcome === 'failed' ? 'Start the service sshd on the node.' : null,
  nodes: [],
});

/** Lets the next test go on until it is told how it ended. */
function holdTest(bridge: FakeBridge): (steps: readonly TestStep[]) => void {
  const call = bridge.call.bind(bridge);
  let finish: (steps: readonly TestStep[]) => void = () => undefined;
  Object.assign(bridge, {
    call: (name: MethodName, input: never) => {
      const answer = call(name, input);
      if (name !== 'connections.test') return answer;
      return new Promise((resolve) => (finish = (steps) => resolve(success(steps))));
    },
  });
  return (steps) => finish(steps);
}

describe('the Connect dialog', () => {
  it('offers on Linux what works from there, and says why the rest does not', () => {
    open();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^SSH/ }).checked).toBe(true);
    const local = screen.getByRole<HTMLInputElement>('radio', { name: /^PowerShell of this computer/ });
    expect(local.disabled).toBe(true);
    expect(screen.getAllByText(/Only from Windows: use SSH from here/)).toHaveLength(2);
  });

  it('says what is wrong at the field, goes there, and sends nothing', async () => {
    const { sent } = open();
    await userEvent.type(field('Port'), '99999');
    await userEvent.click(button('Connect'));
    expect(document.activeElement).toBe(field('Node'));
    expect(field('Node').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Type the name or address of a node/)).toBeTruthy();
    expect(screen.getByText(/A port is a number/)).toBeTruthy();
    expect(sent('connections.add')).toEqual([]);
  });

  it('keeps a new connection, closes, and opens and shows it', async () => {
    const { bridge, sent, asked, isClosed } = open();
    bridge.answer('connections.add', ({ draft }) => success(realConnection({ id: 'new', draft, open: false })));
    await userEvent.type(field('Node'), 'demo1');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Read-only/ }));
    await userEvent.type(field('Account'), 'ann{Enter}');
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(sent('connections.add')).toMatchObject([
      { draft: { readOnly: true, openAtStart: false, place: { kind: 'ssh', host: 'demo1', user: 'ann' } } },
    ]);
    expect(asked).toEqual([
      ['showCluster', 'new'],
      ['connection', 'open', 'new'],
    ]);
  });

  it('shows what is kept of a connection, and saves what was changed', async () => {
    const { bridge, sent, asked, isClosed } = open(realConnection());
    bridge.answer('connections.change', ({ draft }) => success(realConnection({ draft })));
    expect(field('Node').value).toBe('hv1.prod.net');
    await userEvent.type(field('Port'), '2222');
    await userEvent.click(button('Save'));
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(sent('connections.change')).toMatchObject([{ connection: 'prod', draft: { place: { port: 2222 } } }]);
    expect(asked).toEqual([]);
  });

  it('stays open and says why when it was refused', async () => {
    const { bridge, isClosed } = open(realConnection());
    bridge.answer('connections.change', () =>
      failure(clusterError('unexpected', 'The disk of this computer is full.')),
    );
    await userEvent.click(button('Save'));
    expect(await screen.findByText('The disk of this computer is full.')).toBeTruthy();
    expect(isClosed()).toBe(false);
  });

  it('tests step by step, with what to do, and forgets the result when the way changes', async () => {
    const { bridge, sent } = open();
    const finish = holdTest(bridge);
    await userEvent.type(field('Node'), 'demo1');
    await userEvent.click(button('Test'));
    const [asked] = sent('connections.test') as { call: string; connection: null }[];
    expect(asked).toMatchObject({ connection: null, draft: { place: { host: 'demo1' } } });
    const tell = (told: TestStep) =>
      act(() => bridge.emit('connections.testStep', { call: asked?.call ?? '', step: told }));
    tell(step('reach', 'passed', 'demo1 answers.'));
    tell(step('authenticate', 'running', ''));
    const line = (name: string) =>
      within(screen.getByRole('listitem', { name })).getByText(/^[A-Z][a-z]+$/).textContent;
    expect(line('Reach the computer')).toBe('Passed');
    expect(screen.getByText('Testing, step 2 of 8')).toBeTruthy();
    act(() => finish([step('reach', 'passed', 'demo1 answers.'), step('authenticate', 'failed', 'It was refused.')]));
    expect(await screen.findByText('The test failed: Sign in.')).toBeTruthy();
    expect(screen.getByText('Start the service sshd on the node.')).toBeTruthy();
    await userEvent.type(field('Node'), '2');
    expect(screen.queryByRole('group', { name: 'Connection test' })).toBeNull();
  });

  it('stops a test on request and when it is closed', async () => {
    const { bridge, sent } = open(realConnection());
    holdTest(bridge);
    await userEvent.click(button('Test'));
    await userEvent.click(button('Stop Test'));
    expect(sent('connections.cancelTest')).toHaveLength(1);
    expect(screen.getByText('The test was stopped.')).toBeTruthy();
    await userEvent.click(button('Test'));
    cleanup();
    expect(sent('connections.cancelTest')).toHaveLength(2);
  });
});
