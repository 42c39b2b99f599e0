import { z } from 'zod';
import { bitRateOf, byteRateOf, durationOf, sizeOf } from './units';

/** The fields of a mapping. Others are an error, whose message lists the fields there are. */
export function fields<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/** A text; `expected` says which, as the end of "expected …". */
export function text(expected: string) {
  return z.string({ error: expected }).min(1, { error: expected }).max(100_000, { error: expected });
}

/** Name of an object. Windows' own limits are shorter; a cluster with odd names must get far enough to be looked at. */
export const name = z
  .string({ error: 'a name' })
  .max(1024, { error: 'a name of at most 1024 characters' })
  .regex(/\S/, { error: 'a name' });

/** A number with a unit in a text, or without one. */
function measure(expected: string, read: (text: string) => number | null, accepts: (value: number) => boolean) {
  return z.unknown().transform((raw, context): number => {
    const value = typeof raw === 'string' ? read(raw) : raw;
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && accepts(value)) return value;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

const whole = Number.isSafeInteger;

/** Whole milliseconds. */
export const duration = measure('a duration such as 500ms, 10s, 2m or 6h', durationOf, whole);

/** Whole milliseconds, at least one. */
export const interval = measure(
  'a duration above 0 such as 500ms or 10s',
  durationOf,
  (value) => whole(value) && value > 0,
);

/** Milliseconds that may be a fraction. */
export const latency = measure('a duration such as 0.2ms or 40ms', durationOf, () => true);

/** Bytes, at least one. */
export const size = measure('a size such as 512MB, 64GB or 2TB', sizeOf, (value) => whole(value) && value > 0);

/** Bytes, may be none. */
export const amount = measure('a size such as 256KB, 512MB or 2GB', sizeOf, whole);

/** Bytes a second, may be none. */
export const flow = measure('a rate such as 20MB/s', byteRateOf, whole);

/** Bytes a second, at least one. */
export const byteRate = measure('a rate such as 128MB/s', byteRateOf, (value) => whole(value) && value > 0);

/** Bits a second, at least one. */
export const bitRate = measure('a rate such as 1Gbps or 128MB/s', bitRateOf, (value) => whole(value) && value > 0);

/** A number that counts things. */
export const count = z.int({ error: 'a whole number' }).min(0, { error: 'a whole number of at least 0' });

/** A number that counts things, of which there is at least one. */
export const positiveCount = z.int({ error: 'a whole number' }).min(1, { error: 'a whole number of at least 1' });

/** true or false. */
export const flag = z.boolean({ error: 'true or false' });

/** One of several words. */
export function word<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: words.length === 1 ? words[0] : `one of ${words.join(', ')}` });
}

/** A release of Windows Server, quoted or not. */
export function release<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.preprocess((raw) => (typeof raw === 'number' ? String(raw) : raw), word(...words));
}

/** A list. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: 'a list' });
}

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = `${byte}(?:\\.${byte}){3}`;

/** An IPv4 address. */
export const address = z
  .string({ error: 'an IPv4 address such as 192.168.100.11' })
  .regex(new RegExp(`^${ipv4}$`), { error: 'an IPv4 address such as 192.168.100.11' });

/** An IPv4 subnet in CIDR form. */
export const subnet = z
  .string({ error: 'a subnet such as 192.168.100.0/24' })
  .regex(new RegExp(`^${ipv4}/(?:[12]?\\d|3[0-2])$`), { error: 'a subnet such as 192.168.100.0/24' });
