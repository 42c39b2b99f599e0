import { useEffect, useState } from 'react';

/** Milliseconds without a key, after which a text is looked for. */
const pause = 150;

/** A text as it was when the user last paused; an empty one at once. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : settled;
}
