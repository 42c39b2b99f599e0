import type { z } from 'zod';
import type { JsonValue } from '#shared/model/operation';
import { failure, success, type Result } from '#shared/model/result';

type Input = { readonly [key: string]: JsonValue };

/**
 * Reads `key=value` words as the input of a command. A value is taken as text where the command wants text, else as JSON, else
 * as a list of texts with commas between. The error is a sentence.
 */
export function inputOf(words: readonly string[], schema: z.ZodType): Result<Input, string> {
  const texts = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) return failure(`${JSON.stringify(word)} is no key=value.`);
    const key = word.slice(0, at);
    if (texts.has(key)) return failure(`${key} is given twice.`);
    texts.set(key, word.slice(at + 1));
  }
  const given: Input = Object.fromEntries(texts);
  return success(
    [...texts].reduce<Input>((input, [key, text]) => {
      const fits = readingsOf(text).find((value) => !hasProblem(schema, { ...input, [key]: value }, key));
      return { ...input, [key]: fits ?? text };
    }, given),
  );
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
