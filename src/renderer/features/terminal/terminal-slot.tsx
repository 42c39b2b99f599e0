import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useClusterAccess } from '../../lib/cluster-context';
import { useClusters } from '../../lib/clusters-context';
import { createTerminalSlots, emptySlot, type TerminalSlot, type TerminalSlots } from './terminal-slots';

const SlotsContext = createContext<TerminalSlots | null>(null);

/**
 * Keeps the terminals of the window: a script that runs in one must not die because another place is shown. They end with
 * their connection.
 */
export function TerminalSlotProvider({ children }: { readonly children: ReactNode }) {
  const [slots] = useState(createTerminalSlots);
  const clusters = useClusters();
  useEffect(() => {
    slots.keep(clusters.flatMap(({ connection }) => (connection.open ? [connection.id] : [])));
  }, [slots, clusters]);
  useEffect(() => () => slots.keep([]), [slots]);
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

function useSlot(program: string): TerminalSlot {
  const slots = useContext(SlotsContext);
  const { connection } = useClusterAccess();
  if (slots === null) throw new Error('There is no TerminalSlotProvider above this component.');
  return slots.of(connection.id, program);
}
