import { expect, test } from 'vitest';
import { settingsPatchSchema, settingsSchema } from './settings';

test('an empty file is all defaults', () => {
  expect(settingsSchema.parse({})).toEqual({
    theme: 'system',
    speed: 1,
    layout: {},
    columns: {},
    terminalFontSize: 13,
  });
});

test('a change carries what was changed and nothing else', () => {
  expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});
