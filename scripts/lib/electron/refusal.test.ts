import { expect, test } from 'vitest';
import { testFolder } from '../test-folder';
import { forgetRefusal, rememberedRefusal, rememberRefusal } from './refusal.mjs';

const hour = 60 * 60 * 1000;

test('a refused download is remembered for a day', () => {
  const cache = testFolder();
  rememberRefusal(cache, '45.4.1', 'no route', 0);
  expect(rememberedRefusal(cache, '45.4.1', {}, 23 * hour)).toBe('no route');
  expect(rememberedRefusal(cache, '45.4.1', {}, 25 * hour)).toBeUndefined();
});

test('another version, a request and a clock that went back are each worth a try', () => {
  const cache = testFolder();
  rememberRefusal(cache, '45.4.1', 'no route', hour);
  expect(rememberedRefusal(cache, '45.5.0', {}, 2 * hour)).toBeUndefined();
  expect(rememberedRefusal(cache, '45.4.1', { REGROUP_RETRY_ELECTRON: '1' }, 2 * hour)).toBeUndefined();
  expect(rememberedRefusal(cache, '45.4.1', {}, 0)).toBeUndefined();
});

test('a success clears the memory', () => {
  const cache = testFolder();
  rememberRefusal(cache, '45.4.1', 'no route');
  forgetRefusal(cache);
  expect(rememberedRefusal(cache, '45.4.1', {})).toBeUndefined();
});
