/** What a text holds that is JSON. */
export interface JsonText {
  readonly value: unknown;
}

/** A text between quotes and the colon after it, in JSON: the key of a field. Texts without a colon are passed over whole. */
const textOrKey = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/** Half of a surrogate pair, as it stands or as an escape that may be one. */
const surrogate = /\p{Surrogate}|\\u[dD][89a-fA-F]/u;

/**
 * The value of a text that is one JSON object and means the same in YAML; undefined for every other text. JSON passes over what a
 * scenario must not have, a field that stands twice and half a character: such a text is read, and complained of, as YAML.
 */
export function jsonIn(text: string): JsonText | undefined {
  if (!/^\s*\{/.test(text) || surrogate.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return fieldsIn(value) === keysIn(text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(textOrKey)) if (colon !== undefined) count += 1;
  return count;
}

function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, part) => sum + fieldsIn(part), own);
}
