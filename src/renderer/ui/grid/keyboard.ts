import type { GridRow } from './grid-types';

/** The row that a key moves to; undefined: the key does not move. `index` -1: none is selected. */
export function movedIndex(key: string, index: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return index < 0 ? last : Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, Math.max(0, index) + page);
    case 'PageUp':
      return Math.max(0, index - page);
    default:
      return undefined;
  }
}

/** How long a typed beginning of a name waits for its next letter. Milliseconds. */
const typingPause = 1000;

/** What was typed so far to find a row by the beginning of its name. */
export interface TypedName {
  readonly text: string;
  readonly at: number;
}

/** One more letter: goes on with what was typed, or begins anew after a pause. */
export function typeLetter(typed: TypedName, letter: string, now: number): TypedName {
  const text = now - typed.at > typingPause ? '' : typed.text;
  return { text: text + letter.toLowerCase(), at: now };
}

/** The next row whose name begins so; the same letter again and again goes through all of them. */
export function findByTyping(rows: readonly GridRow[], index: number, { text }: TypedName): number | undefined {
  const first = text.charAt(0);
  const repeated = text === first.repeat(text.length);
  const wanted = repeated ? first : text;
  const from = repeated || index < 0 ? index + 1 : index;
  for (let step = 0; step < rows.length; step += 1) {
    const at = (from + step) % rows.length;
    if (rows[at]?.name.toLowerCase().startsWith(wanted) === true) return at;
  }
  return undefined;
}
