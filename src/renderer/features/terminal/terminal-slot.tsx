import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { TerminalSession } from './session';

/** Where the terminal of the window is kept while its tab is not shown. */
export type TerminalSlot = RefObject<TerminalSession | null>;

const SlotContext = createContext<TerminalSlot | null>(null);

/** Keeps the terminal of the window: a script that runs in it must not die because another place is shown. */
export function TerminalSlotProvider({ children }: { readonly children: ReactNode }) {
  const slot = useRef<TerminalSession | null>(null);
  useEffect(
    () => () => {
      slot.current?.dispose();
      slot.current = null;
    },
    [],
  );
  return <SlotContext value={slot}>{children}</SlotContext>;
}

/** The slot of the window. */
export function useTerminalSlot(): TerminalSlot {
  const slot = useContext(SlotContext);
  if (slot === null) throw new Error('There is no TerminalSlotProvider above this component.');
  return slot;
}
