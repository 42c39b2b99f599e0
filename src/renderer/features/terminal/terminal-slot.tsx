import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useClusterAccess } from '../../lib/cluster-context';
import type { TerminalSession } from './session';

/** Where a terminal is kept while it is not shown. */
export interface TerminalSlot {
  current: TerminalSession | null;
}

const SlotsContext = createContext<Map<string, TerminalSlot> | null>(null);

/** Keeps the terminals of the window: a script that runs in one must not die because another place is shown. */
export function TerminalSlotProvider({ children }: { readonly children: ReactNode }) {
  const [slots] = useState(() => new Map<string, TerminalSlot>());
  useEffect(
    () => () => {
      for (const slot of slots.values()) slot.current?.dispose();
      slots.clear();
    },
    [slots],
  );
  return <SlotsContext value={slots}>{children}</SlotsContext>;
}

/** The slot of the shell of the cluster that is shown. */
export function useTerminalSlot(): TerminalSlot {
  return useSlot('shell');
}

/** The slot of the viewer of one of its machines. A viewer that ended is started anew. */
export function useViewerSlot(machine: string): TerminalSlot {
  const slot = useSlot(`viewer of ${machine}`);
  useState(() => {
    if (slot.current?.state.kind === 'ended' || slot.current?.state.kind === 'failed') emptySlot(slot);
  });
  return slot;
}

/** Ends what runs in a terminal. */
export function emptySlot(slot: TerminalSlot): void {
  slot.current?.dispose();
  slot.current = null;
}

function useSlot(program: string): TerminalSlot {
  const slots = useContext(SlotsContext);
  const { connection } = useClusterAccess();
  if (slots === null) throw new Error('There is no TerminalSlotProvider above this component.');
  const key = `${connection.id} ${program}`;
  const slot = slots.get(key) ?? { current: null };
  slots.set(key, slot);
  return slot;
}
