/** Same entries in the same order, each the same object or value. */
export function equalLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean = Object.is): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index] as T));
}

/** Same fields with the same content: objects and lists inside are compared by what is in them, however deep. */
export function equalFields<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => equalValues(a[key], b[key]));
}

function equalValues(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && equalLists<unknown>(a, b, equalValues);
  return equalFields(a, b);
}
