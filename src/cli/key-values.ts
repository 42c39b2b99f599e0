import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';

type Input = { readonly [key: string]: JsonValue };

/**
 * Reads `key=value` words as the input of a command. A value is taken as text where the command wants text, else as JSON, else
 * as a list of texts with commas between. The error is a sentence.
 */
export function inputOf(words: readonly string[], schema: z.ZodType): Result<Input, string> {
  let input: Input = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) return failure(`${JSON.stringify(word)} is no key=value.`);
    const key = word.slice(0, at);
    if (Object.hasOwn(input, key)) return failure(`${key} is given twice.`);
    input = { ...input, [key]: word.slice(at + 1) };
  }
  for (const [key, text] of Object.entries(input)) {
    const readings = readingsOf(String(text));
    const fits = readings.find((value) => !hasProblem(schema, { ...input, [key]: value }, key));
    input = { ...input, [key]: fits ?? text };
  }
  return success(input);
}

function readingsOf(text: string): readonly JsonValue[] {
  const list = text.split(',').map((item) => item.trim());
  try {
    return [text, JSON.parse(text) as JsonValue, list];
  } catch {
    return [text, list];
  }
}

function hasProblem(schema: z.ZodType, input: Input, key: string): boolean {
  const parsed = schema.safeParse(input);
  return !parsed.success && parsed.error.issues.some(({ path }) => path[0] === key);
}
