import { expect, test } from 'vitest';
import { printable, printableJson } from './printable';

const steering = ['\u001b[31m', '\u0007', '\u007f', '\u009b31m', '\u200f', '\u202e', '\u2066', '\u2028', '\u061c'];

test.each(steering)('%j cannot steer a terminal, and JSON still holds it', (text) => {
  const value = { name: `VM${text}1`, [text]: '😀é' };
  expect(printable(`VM${text}`)).toMatch(/^VM\u{fffd}(\[?31m)?$/u);
  const line = printableJson(value);
  expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
  expect(JSON.parse(line)).toEqual(value);
});
