import { expect, it } from 'vitest';
import { csvOf } from './csv';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])('makes "%s" harmless for a spreadsheet', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
});

it('quotes commas, quotes and line ends', () => {
  expect(csvOf([['a,"b"\nc', 'plain'], ['x']])).toBe('\uFEFF"a,""b""\nc",plain\r\nx\r\n');
});
