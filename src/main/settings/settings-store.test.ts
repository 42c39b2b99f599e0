import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../log/log';
import { openSettings } from './settings-store';

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly log: Log;
  readonly lines: string[];
}

function place(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'regroup-settings-'));
  const lines: string[] = [];
  const log: Log = {
    error: (message) => lines.push(message),
    warn: (message) => lines.push(message),
    info: (message) => lines.push(message),
  };
  return { folder, path: join(folder, 'deeper', 'settings.json'), log, lines };
}

describe('settings', () => {
  let at: Place;
  beforeEach(() => {
    at = place();
  });
  afterEach(() => rmSync(at.folder, { recursive: true }));

  const filesBeside = (): string[] => readdirSync(join(at.folder, 'deeper'));
  const given = (text: string): void => {
    mkdirSync(dirname(at.path));
    writeFileSync(at.path, text);
  };

  test('start with the defaults and write nothing', () => {
    expect(openSettings(at.path, at.log).get()).toEqual({
      theme: 'system',
      speed: 1,
      layout: {},
      columns: {},
      terminalFontSize: 13,
    });
    expect(readdirSync(at.folder)).toEqual([]);
    expect(at.lines).toEqual([]);
  });

  test('outlive the program', () => {
    const settings = openSettings(at.path, at.log);
    settings.change({ theme: 'dark' });
    settings.change({ layout: { main: { tree: 20 } } });
    settings.flush();
    expect(openSettings(at.path, at.log).get()).toEqual({
      theme: 'dark',
      speed: 1,
      layout: { main: { tree: 20 } },
      columns: {},
      terminalFontSize: 13,
    });
  });

  test('tell a change to whoever listens', () => {
    const settings = openSettings(at.path, at.log);
    const themes: string[] = [];
    settings.onChange(({ theme }) => themes.push(theme));
    settings.change({ theme: 'light' });
    expect(themes).toEqual(['light']);
  });

  test('a file that is no JSON is set aside whole and Regroup starts with the defaults', () => {
    given('{"theme": "dark", ');
    const settings = openSettings(at.path, at.log);
    expect(settings.get().theme).toBe('system');
    const [aside] = filesBeside();
    expect(aside).toMatch(/^settings\.json\.broken-/);
    expect(readFileSync(join(at.folder, 'deeper', aside ?? ''), 'utf8')).toBe('{"theme": "dark", ');
    expect(at.lines.join('\n')).toContain('set aside');
  });

  test('of a file with one wrong field the others are kept, and the file as it was too', () => {
    given('{"theme": "dark", "speed": "fast", "layout": {"main": {"tree": 20}}}');
    expect(openSettings(at.path, at.log).get()).toEqual({
      theme: 'dark',
      speed: 1,
      layout: { main: { tree: 20 } },
      columns: {},
      terminalFontSize: 13,
    });
    expect(filesBeside().filter((name) => name.includes('.broken-'))).toHaveLength(1);
  });

  test.each(['null', '[]', '"dark"', '17'])('a file that holds %s is set aside', (text) => {
    given(text);
    expect(openSettings(at.path, at.log).get().theme).toBe('system');
    expect(filesBeside().filter((name) => name.includes('.broken-'))).toHaveLength(1);
  });

  test('a folder that cannot be written to costs a log line, not the program', () => {
    writeFileSync(join(at.folder, 'deeper'), 'a file where the folder should be');
    const settings = openSettings(at.path, at.log);
    settings.change({ theme: 'dark' });
    settings.flush();
    expect(settings.get().theme).toBe('dark');
    expect(at.lines.join('\n')).toContain('could not be written');
  });
});
