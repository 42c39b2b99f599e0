import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alone } from './lock.mjs';
import { testFolder } from './test-folder';

test('two pieces of set-up wait for each other', async () => {
  const folder = testFolder();
  const order: string[] = [];
  const piece = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };
  await Promise.all([alone(folder, piece('first')), alone(folder, piece('second'))]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('the lock of a process that died is taken over', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'set-up.lock'), '999999999');
  expect(await alone(folder, () => Promise.resolve('done'))).toBe('done');
});

test('a failure releases the lock', async () => {
  const folder = testFolder();
  await expect(alone(folder, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
  expect(existsSync(join(folder, 'set-up.lock'))).toBe(false);
});
