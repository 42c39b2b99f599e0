import { expect, test } from 'vitest';
import { createAttention } from './attention';

test('what several windows show is seen together, of each cluster its own', () => {
  const attention = createAttention();
  const prod = attention.of('prod');
  expect(prod.parts).toBeNull();
  attention.looks(1, { connection: 'prod', parts: ['roles'] });
  attention.looks(2, { connection: 'prod', parts: ['roles', 'events'] });
  attention.looks(3, { connection: 'branch', parts: ['disks'] });
  expect([...(prod.parts ?? [])]).toEqual(['roles', 'events']);
  attention.looks(2, { connection: 'branch', parts: ['networks'] });
  expect([...(prod.parts ?? [])]).toEqual(['roles']);
  expect([...(attention.of('branch').parts ?? [])].sort()).toEqual(['disks', 'networks']);
});

test('a window that is hidden or gone shows nothing, and shows the same again when it comes back', () => {
  const attention = createAttention();
  const prod = attention.of('prod');
  attention.looks(1, { connection: 'prod', parts: ['roles'] });
  attention.isSeen(1, false);
  expect(prod.parts).toBeNull();
  attention.isSeen(1, true);
  expect(prod.parts).toEqual(new Set(['roles']));
  attention.isSeen(2, true);
  attention.leaves(1);
  expect(prod.parts).toEqual(new Set());
  attention.leaves(2);
  expect(prod.parts).toBeNull();
});

test('a page that is loaded anew in a window that cannot be seen is not seen either', () => {
  const attention = createAttention();
  const prod = attention.of('prod');
  attention.looks(1, { connection: 'prod', parts: ['roles'] });
  attention.isSeen(1, false);
  attention.looksAway(1);
  attention.looks(1, { connection: 'prod', parts: ['roles'] });
  expect(prod.parts).toBeNull();
  attention.isSeen(1, true);
  attention.looksAway(1);
  expect(prod.parts).toEqual(new Set());
});

test('tells changes until it is told to stop', () => {
  const attention = createAttention();
  let told = 0;
  const stop = attention.of('prod').onChange(() => (told += 1));
  attention.looks(1, { connection: 'prod', parts: ['roles'] });
  attention.isSeen(1, false);
  attention.leaves(1);
  expect(told).toBe(3);
  stop();
  attention.isSeen(1, true);
  expect(told).toBe(3);
});
