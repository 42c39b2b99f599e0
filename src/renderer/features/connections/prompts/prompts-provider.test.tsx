import { act, cleanup, render, screen } from '@testing-library/react';
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
  kind: 'hostKey',
  prompt: 'k1',
  connection: null,
  host: 'demo1.sws.com',
  keyType: 'ED25519',
  fingerprint: 'SHA256:uNiVztksCsDhcc0u9e8BrcmcHFF3QtkXcYLcV0yH5Ds',
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
    expect(document.activeElement).toBe(input);
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
    expect(screen.getByText(hostKey.fingerprint)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.keyboard('{Enter}');
    act(() => bridge.emit('connections.prompt', { ...hostKey, prompt: 'k2' }));
    await dialog('Is this really demo1.sws.com?');
    await userEvent.click(screen.getByRole('button', { name: 'Trust' }));
    expect(answers()).toEqual([
      { prompt: 'k1', answer: { kind: 'cancel' } },
      { prompt: 'k2', answer: { kind: 'trust' } },
    ]);
  });
});
