import { expect, it } from 'vitest';
import { formatBytesOf } from './bytes-of';

const megabyte = 1024 ** 2;
const gigabyte = 1024 ** 3;

it.each([
  [5.9 * gigabyte, 8 * gigabyte, '5.9 of 8.0 GB'],
  [186 * megabyte, 286 * megabyte, '186 of 286 MB'],
  [512 * megabyte, 16 * gigabyte, '0.5 of 16.0 GB'],
  [0, 0, '0 of 0 B'],
  [12, 1023, '12 of 1023 B'],
])('%d of %d is %s', (part, whole, words) => {
  expect(formatBytesOf(part, whole)).toBe(words);
});
