import type { JsonValue } from '#shared/model/operation';

function byCodeUnit([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * JSON by RFC 8785 (JSON Canonicalization Scheme): no spaces, keys ordered by their UTF-16 code units, numbers and texts as
 * ECMAScript writes them. Throws on what has no such form: numbers that are not finite, and halves of surrogate pairs.
 */
export function canonicalJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  switch (typeof value) {
    case 'string':
      return canonicalText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical form`);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : canonicalObject(value);
  }
}

function canonicalObject(value: { readonly [key: string]: JsonValue }): string {
  const fields = Object.entries(value).sort(byCodeUnit);
  return `{${fields.map(([key, field]) => `${canonicalText(key)}:${canonicalJson(field)}`).join(',')}}`;
}

function canonicalText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('Half of a surrogate pair has no canonical form');
  return JSON.stringify(text);
}
