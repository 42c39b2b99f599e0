import { z } from 'zod';

/** The value of an enumeration as it arrives: its number, or its name where the far end has only that. Null: not there. */
export type EnumValue = number | string | null;

const wholeText = /^-?\d{1,20}$/;

/** A number; 64-bit ones arrive as text. Fails when it is missing. */
export const count = z.union([z.number(), z.string().regex(wholeText).transform(Number)]);

/** A number that an older release may not have: null then. */
export const optionalCount = count.nullish().transform((value) => value ?? null);

/** A text that identifies something: without it a row is of no use. */
export const name = z.string().min(1);

/** A text, or null where it is missing or empty. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === null || value === '' ? null : value));

/** Texts; none where the property is missing. A single one may come without its list. */
export const texts = z
  .union([z.array(z.string().nullable()), z.string()])
  .nullish()
  .transform((value) => [value ?? []].flat().filter((text): text is string => text !== null && text !== ''));

/** True or false, also as 0 and 1; null where it is missing. */
export const optionalFlag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((value) => (value === undefined || value === null ? null : Boolean(value)));

/** A value of an enumeration, see `enumerations.ts`. */
export const enumeration = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value): EnumValue => {
    if (value === undefined || value === null || value === '') return null;
    return typeof value === 'string' && wholeText.test(value) ? Number(value) : value;
  });

/** A moment as ISO 8601 text, in milliseconds since 1970. */
export const moment = z.string().transform((text, context) => {
  const time = Date.parse(text);
  if (Number.isFinite(time)) return time;
  context.addIssue({ code: 'custom', message: 'is no time' });
  return z.NEVER;
});

/** "Not set", as Windows writes it into 32 bits: any hour, no limit, inherited. */
const unset = 0xffffffff;

/** The value, or null where Windows says that it is not set or the release does not know it. */
export function givenOr<T>(value: number | null, otherwise: T): number | T {
  return value === null || value === unset || value === -1 ? otherwise : value;
}
