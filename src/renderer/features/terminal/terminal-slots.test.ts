import { expect, test } from 'vitest';
import type { TerminalSession } from './session';
import { createTerminalSlots } from './terminal-slots';

test('terminals stay while their connection does, and end with it', () => {
  const slots = createTerminalSlots();
  const ended: string[] = [];
  const begin = (connection: string, program: string): void => {
    const dispose = (): void => void ended.push(`${program} of ${connection}`);
    slots.of(connection, program).current = { dispose } as TerminalSession;
  };
  begin('prod', 'shell');
  begin('prod', 'viewer of SQL-01');
  begin('branch', 'shell');
  slots.keep(['prod', 'branch']);
  expect(ended).toEqual([]);
  slots.keep(['branch']);
  expect(ended).toEqual(['shell of prod', 'viewer of SQL-01 of prod']);
  expect(slots.of('prod', 'shell').current).toBeNull();
  expect(slots.of('branch', 'shell').current).not.toBeNull();
  slots.keep([]);
  expect(ended.at(-1)).toBe('shell of branch');
});
