import type { Release } from '../model/release';

/** `Demo1`, `Demo1 and Demo2`, `Demo1, Demo2 and Demo3`. Empty for none. */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `Windows Server 2008 R2`. */
export function releaseInWords(release: Release): string {
  return `Windows Server ${release.replace('R2', ' R2')}`;
}

/** `no roles`, `1 role`, `3 roles`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : String(count)} ${count === 1 ? one : many}`;
}

/** The sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const sizeUnits = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size rounded for people in binary units, as Windows counts them: `4 GB`, `1.5 GB`, `512 MB`. */
export function sizeInWords(bytes: number): string {
  const exponent = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), sizeUnits.length - 1);
  const amount = bytes / 1024 ** exponent;
  return `${String(Math.round(amount * 10) / 10)} ${sizeUnits[exponent] ?? 'bytes'}`;
}

const durationUnits = [
  { milliseconds: 86_400_000, one: 'day' },
  { milliseconds: 3_600_000, one: 'hour' },
  { milliseconds: 60_000, one: 'minute' },
  { milliseconds: 1000, one: 'second' },
] as const;

/** A duration rounded for people: `6 hours`, `90 seconds`, `500 milliseconds`. */
export function durationInWords(milliseconds: number): string {
  const exact = durationUnits.find(
    (unit) => milliseconds >= unit.milliseconds && milliseconds % unit.milliseconds === 0,
  );
  if (exact !== undefined) return countOf(milliseconds / exact.milliseconds, exact.one);
  return milliseconds < 1000
    ? countOf(milliseconds, 'millisecond')
    : `${String(Math.round(milliseconds / 100) / 10)} seconds`;
}

/** `to Demo2`, `to the best possible node`. */
export function toDestination(destination: string | undefined): string {
  return `to ${destination ?? 'the best possible node'}`;
}
