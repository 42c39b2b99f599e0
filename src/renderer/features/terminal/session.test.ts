import { beforeAll, expect, it, vi } from 'vitest';
import type { TerminalInfo } from '#shared/contract/contract';
import { success, type Result } from '#shared/model/result';
import { fakeBridge } from '../../../../tests/support/fake-bridge';
import { createTerminalSession } from './session';

// The document of these tests sets the text of a style by way of setAttribute, which browsers do not.
beforeAll(() => void vi.spyOn(CSSStyleDeclaration.prototype, 'cssText', 'set').mockReturnValue());

it('ends a shell that started after its terminal was thrown away', async () => {
  let answer: (opened: Result<TerminalInfo>) => void = () => expect.fail('Nothing was started.');
  const bridge = fakeBridge();
  const session = createTerminalSession({
    bridge,
    open: () => new Promise((resolve) => (answer = resolve)),
    look: { theme: {}, fontFamily: 'monospace', fontSize: 12 },
    onLink: () => undefined,
    onKey: () => true,
  });
  session.attach(document.createElement('div'));
  session.dispose();
  answer(success({ terminal: 'terminal-1', title: 'PowerShell' }));
  const close = { name: 'terminal.close', input: { terminal: 'terminal-1' } };
  await vi.waitFor(() => expect(bridge.calls).toContainEqual(close), 30_000);
});
