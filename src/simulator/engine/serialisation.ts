import type { JsonValue } from '#shared/model/operation';

/** Turns state (plain data, Maps with string keys, Sets) into JSON data. */
export function toPlain(value: unknown): JsonValue {
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [toPlain(key), toPlain(item)]) };
  if (value instanceof Set) return { $set: [...value].map(toPlain) };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new Error(`State holds what cannot be saved: ${typeof value}`);
}

/** Turns what {@link toPlain} made back into state. */
export function fromPlain(value: JsonValue): unknown {
  if (isList(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  const { $map: map, $set: set } = value;
  if (map !== undefined && isList(map)) {
    return new Map(
      map.map((pair) => (isList(pair) ? [fromPlain(pair[0] ?? null), fromPlain(pair[1] ?? null)] : [null, null])),
    );
  }
  if (set !== undefined && isList(set)) return new Set(set.map(fromPlain));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
