/** Digits padded to one length, so that plain text comparison sorts `Node2` before `Node10`. */
function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** What a grid compares; undefined sorts last in both directions. */
export function sortKey(value: string | number | null): string | number | undefined {
  if (value === null) return undefined;
  return typeof value === 'string' ? naturalKey(value) : value;
}

/** Ascending. */
export function compareKeys(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
