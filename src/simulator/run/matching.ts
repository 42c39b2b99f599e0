import { foldName } from '#shared/model/cluster-view';
import type { JsonValue } from '#shared/model/operation';
import { bitRateOf, byteRateOf, durationOf, sizeOf } from '../scenario/units';

type JsonObject = { readonly [key: string]: JsonValue };

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text means where a number was found: `4GB`, `10s`, `1Gbps`. */
function measures(text: string): readonly (number | null)[] {
  return [sizeOf(text), durationOf(text), bitRateOf(text), byteRateOf(text)];
}

/**
 * Whether a value of a snapshot is as expected: texts compare without case, a number may be written with its unit, a flag as
 * true or false, lists compare in order, and of an object only the fields that are given.
 */
export function isAsExpected(expected: JsonValue, found: JsonValue): boolean {
  if (typeof expected === 'string') {
    if (typeof found === 'string') return foldName(expected) === foldName(found);
    return typeof found === 'number' && measures(expected).includes(found);
  }
  if (typeof expected === 'boolean' && typeof found === 'number') return Number(expected) === found;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return false;
    return expected.every((item: JsonValue, index) => isAsExpected(item, found[index] as JsonValue));
  }
  if (!isObject(expected)) return expected === found;
  return isObject(found) && Object.entries(expected).every(([key, value]) => isAsExpected(value, found[key] ?? null));
}
