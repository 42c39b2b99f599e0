import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useClusterAccess } from '../../lib/cluster-context';
import type { TerminalSession } from './session';

/** Where the terminal of a cluster is kept while its tab is not shown. */
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

/** The slot of the cluster that is shown. */
export function useTerminalSlot(): TerminalSlot {
  const slots = useContext(SlotsContext);
  const { connection } = useClusterAccess();
  if (slots === null) throw new Error('There is no TerminalSlotProvider above this component.');
  const slot = slots.get(connection.id) ?? { current: null };
  slots.set(connection.id, slot);
  return slot;
}
