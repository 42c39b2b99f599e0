import { describe, expect, test } from 'vitest';
import { terminalKey } from './terminal-keys';

const press = (key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...modifiers });

describe('a key in the terminal', () => {
  test('Ctrl+C interrupts, and copies only when something is selected', () => {
    expect(terminalKey(press('c', { ctrlKey: true }), false)).toBeNull();
    expect(terminalKey(press('c', { ctrlKey: true }), true)).toBe('copy');
    expect(terminalKey(press('C', { ctrlKey: true, shiftKey: true }), false)).toBe('copy');
    expect(terminalKey(press('c', { metaKey: true }), false)).toBe('copy');
  });

  test('Ctrl+F stays the shell’s, with Shift it finds', () => {
    expect(terminalKey(press('f', { ctrlKey: true }), false)).toBeNull();
    expect(terminalKey(press('F', { ctrlKey: true, shiftKey: true }), false)).toBe('find');
  });

  test('F6 leaves, Tab stays the shell’s', () => {
    expect(terminalKey(press('F6'), false)).toBe('leave');
    expect(terminalKey(press('Tab'), false)).toBeNull();
    expect(terminalKey(press('v'), false)).toBeNull();
  });
});
