import type { TerminalSession } from './session';

/** Where a terminal is kept while it is not shown. */
export interface TerminalSlot {
  current: TerminalSession | null;
}

/** The terminals of a window, by connection and by what runs in them. */
export interface TerminalSlots {
  of(connection: string, program: string): TerminalSlot;
  /** Ends the terminals of all other connections: nothing shows them any more. */
  keep(connections: readonly string[]): void;
}

/** No terminals yet. */
export function createTerminalSlots(): TerminalSlots {
  const slots = new Map<string, Map<string, TerminalSlot>>();
  return {
    of: (connection, program) => {
      const ofConnection = slots.get(connection) ?? new Map<string, TerminalSlot>();
      slots.set(connection, ofConnection);
      const slot = ofConnection.get(program) ?? { current: null };
      ofConnection.set(program, slot);
      return slot;
    },
    keep: (connections) => {
      for (const [connection, programs] of slots) {
        if (connections.includes(connection)) continue;
        for (const slot of programs.values()) emptySlot(slot);
      }
    },
  };
}

/** Ends what runs in a terminal. */
export function emptySlot(slot: TerminalSlot): void {
  slot.current?.dispose();
  slot.current = null;
}
