/** What a key does in the terminal beside going to the shell. */
export type TerminalKey = 'copy' | 'paste' | 'find' | 'larger' | 'smaller' | 'leave';

/**
 * What a key means here; null: it is the shell's. Ctrl+C copies only when something is selected, else it interrupts, and
 * F6 leaves the terminal, because Tab belongs to the shell.
 */
export function terminalKey(event: KeyboardEvent, hasSelection: boolean): TerminalKey | null {
  const command = event.metaKey && !event.ctrlKey;
  const key = event.key.toLowerCase();
  if (key === 'f6') return 'leave';
  if (!event.ctrlKey && !command) return null;
  if (key === 'c') return hasSelection || event.shiftKey || command ? 'copy' : null;
  if (key === 'v') return 'paste';
  if (key === 'f') return event.shiftKey || command ? 'find' : null;
  if (key === '+' || key === '=') return 'larger';
  if (key === '-') return 'smaller';
  return null;
}
