import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width of an element in pixels with its scroll bar, kept current; null before it is there. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    // A hidden one has no width, and is none that could be too narrow.
    const measure = (): void => setWidth((before) => (watched.offsetWidth === 0 ? before : watched.offsetWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
