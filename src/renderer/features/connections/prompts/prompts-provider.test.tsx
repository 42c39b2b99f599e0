import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConnectionPrompt } from '#shared/contract/connections';
import { success } from '#shared/model/result';
import { clusterWindow } from '../../../../../tests/support/cluster-window';
import { PromptsProvider } from './prompts-provider';

afterEach(cleanup);

const password = (changes: Partial<Extract<ConnectionPrompt, { kind: 'password' }>> = {}): ConnectionPrompt => ({
  kind: 'password',
  prompt: 'p1',
  connection: 'training',
  host: 'demo1.sws.com',
  account: 'ann',
  canKeep: true,
  wrongBefore: false,
  ...changes,
});
const hostKey: ConnectionPrompt = {
  kind: 'hostKeys',
  prompt: 'k1',
  connection: null,
  keys: [
    { host: 'demo1.sws.com', keyType: 'ED25519', fingerprint: 'SHA256:uNiVztksCsDhcc0u9e8BrcmcHFF3QtkXcYLcV0yH5Ds' },
  ],
};

function open(first: ConnectionPrompt | null = null) {
  const opened = clusterWindow();
  opened.bridge.answer('connections.openPrompt', () => success(first));
  render(<PromptsProvider>nothing</PromptsProvider>, { wrapper: opened.wrapper });
  const answers = () =>
    opened.bridge.calls.filter(({ name }) => name === 'connections.answer').map(({ input }) => input);
  return { ...opened, answers };
}

const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name });

describe('what connections ask', () => {
  it('is a password, masked, and kept only on request', async () => {
    const { bridge, answers } = open();
    act(() => bridge.emit('connections.prompt', password()));
    await dialog('Password for HVCLUSTER');
    const input = screen.getByLabelText('Password');
    expect(input.getAttribute('type')).toBe('password');
    await waitFor(() => expect(document.activeElement).toBe(input), { timeout: 20_000 });
    await userEvent.type(input, 'geheim');
    await userEvent.click(screen.getByRole('checkbox', { name: /password store/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Sign In' }));
    expect(answers()).toEqual([{ prompt: 'p1', answer: { kind: 'secret', secret: 'geheim', keep: true } }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is asked that was told before the page was there', async () => {
    open(password());
    await dialog('Password for HVCLUSTER');
  });

  it('says that the one before was wrong, and offers no keeping where there is no place for it', async () => {
    const { bridge } = open();
    act(() => bridge.emit('connections.prompt', password({ canKeep: false, wrongBefore: true })));
    await dialog('Password for HVCLUSTER');
    expect(screen.getByRole('alert').textContent).toMatch(/refused/);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('goes when nobody waits for it any more, and gives way to the next', async () => {
    const { bridge, answers } = open();
    act(() => bridge.emit('connections.prompt', password()));
    await dialog('Password for HVCLUSTER');
    act(() => bridge.emit('connections.promptWithdrawn', { prompt: 'p1' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => bridge.emit('connections.prompt', { ...hostKey }));
    await dialog('Is this really demo1.sws.com?');
    expect(answers()).toEqual([]);
  });

  it('trusts a host key only when told to: Enter cancels', async () => {
    const { bridge, answers } = open();
    act(() => bridge.emit('connections.prompt', hostKey));
    await dialog('Is this really demo1.sws.com?');
    expect(screen.getByText(/^SHA256:uNiVztksCsDhcc0u9e8B/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })), {
      timeout: 20_000,
    });
    await userEvent.keyboard('{Enter}');
    act(() => bridge.emit('connections.prompt', { ...hostKey, prompt: 'k2' }));
    await dialog('Is this really demo1.sws.com?');
    await userEvent.click(screen.getByRole('button', { name: 'Trust' }));
    expect(answers()).toEqual([
      { prompt: 'k1', answer: { kind: 'cancel' } },
      { prompt: 'k2', answer: { kind: 'trust', hosts: ['demo1.sws.com'] } },
    ]);
  });

  it('asks once about all new nodes, trusts those that are chosen and no other, and none to begin with', async () => {
    const { bridge, answers } = open();
    const keys = Array.from({ length: 64 }, (_, at) => ({
      host: `hv${at + 1}`,
      keyType: 'ED25519',
      fingerprint: `SHA256:${at + 1}`,
    }));
    // They come as they answered.
    const told = [...keys].reverse();
    act(() =>
      bridge.emit('connections.prompt', { kind: 'hostKeys', prompt: 'k3', connection: 'training', keys: told }),
    );
    await dialog('Are these really the 64 nodes?');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })), {
      timeout: 20_000,
    });
    expect(screen.getByRole('button', { name: /^Trust/ }).getAttribute('aria-disabled')).toBe('true');
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows.slice(1, 4)).toEqual(['hv1ED25519SHA256:1', 'hv2ED25519SHA256:2', 'hv3ED25519SHA256:3']);
    expect(rows.at(-1)).toBe('hv64ED25519SHA256:64');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all' }));
    expect(screen.getByRole('status').textContent).toBe('64 of 64 nodes chosen');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Trust hv7' }));
    await userEvent.click(screen.getByRole('button', { name: 'Trust 63 Nodes' }));
    const hosts = told.map(({ host }) => host).filter((host) => host !== 'hv7');
    expect(answers()).toEqual([{ prompt: 'k3', answer: { kind: 'trust', hosts } }]);
  });
});
