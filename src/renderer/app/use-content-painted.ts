import { useEffect } from 'react';

/** Tells once that something worth showing is painted. */
export function useContentPainted(ready: boolean, onContentPainted: () => void): void {
  useEffect(() => {
    if (!ready) return;
    // A task that begins after the frame which shows it.
    const frame = requestAnimationFrame(() => setTimeout(onContentPainted));
    return () => cancelAnimationFrame(frame);
  }, [ready, onContentPainted]);
}
