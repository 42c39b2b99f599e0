import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to the first switch of a panel when it opens, and back to where it was when it closes. */
export function useFocusInside(): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return panel;
}
