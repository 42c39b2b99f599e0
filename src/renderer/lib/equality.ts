/** Same entries in the same order, each the same object or value. */
export function equalLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean = Object.is): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index] as T));
}

/** Same fields with the same objects or values, one level deep; lists in fields compare by their entries. */
export function equalFields<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => equalValues(a[key], b[key]));
}

function equalValues(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return Array.isArray(a) && Array.isArray(b) && equalLists<unknown>(a, b);
}
