import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { success } from '#shared/model/result';
import { recordingBackend } from '../../../tests/support/recording-backend';
import { createResultFiles, type ResultDesktop } from './result-files';

const backend = recordingBackend({
  readFile: (operation, name) => Promise.resolve(success(Readable.from([Buffer.from(`${operation} ${name}`)]))),
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'regroup-test-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

function files(desktop: Partial<ResultDesktop>) {
  const made = createResultFiles({
    askFile: () => Promise.resolve(null),
    askFolder: () => Promise.resolve(null),
    openPath: () => Promise.resolve(''),
    ...desktop,
  });
  onTestFinished(() => made.close());
  return made;
}

test('one file goes where the user says, several into a folder', async () => {
  const place = await folder();
  const results = files({
    askFile: (name) => Promise.resolve(join(place, `my ${name}`)),
    askFolder: () => Promise.resolve(place),
  });
  expect(await results.save(backend, '1', ['a.log'])).toEqual(success(true));
  expect(await results.save(backend, '2', ['a.log', 'b.log'])).toEqual(success(true));
  expect((await readdir(place)).sort()).toEqual(['a.log', 'b.log', 'my a.log']);
  expect(await readFile(join(place, 'b.log'), 'utf8')).toBe('2 b.log');
});

test('several files replace none that is in the folder already', async () => {
  const place = await folder();
  const results = files({ askFolder: () => Promise.resolve(place) });
  for (const operation of ['1', '2', '3'])
    expect(await results.save(backend, operation, ['Demo1.log', 'Demo2.log'])).toEqual(success(true));
  expect(await readFile(join(place, 'Demo1.log'), 'utf8')).toBe('1 Demo1.log');
  expect(await readFile(join(place, 'Demo1 (2).log'), 'utf8')).toBe('2 Demo1.log');
  expect(await readFile(join(place, 'Demo2 (3).log'), 'utf8')).toBe('3 Demo2.log');
});

test('nothing is asked of the cluster when the user cancels', async () => {
  const silent = recordingBackend();
  expect(await files({}).save(silent, '1', ['a.log'])).toEqual(success(false));
  expect(silent.asked).toEqual([]);
});

test('a folder that cannot be written to is told', async () => {
  const results = files({ askFile: () => Promise.resolve('/nowhere/at/all') });
  expect(await results.save(backend, '1', ['a.log'])).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('a.log') as string },
  });
});

test('reports and logs are opened as copies, nothing that could be a program is, and copies go with the app', async () => {
  const shown: string[] = [];
  const results = files({ openPath: (path) => Promise.resolve((shown.push(path), '')) });
  expect(await results.open(backend, '1', 'Report.html')).toEqual(success({ path: shown[0] }));
  const [path = ''] = shown;
  expect(await readFile(path, 'utf8')).toBe('1 Report.html');
  for (const name of ['x.exe', 'x.lnk', 'x.desktop', 'x.cmd', 'x'])
    expect(await results.open(backend, '1', name)).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
  expect(shown).toHaveLength(1);
  await results.close();
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test('a desktop without a program for it is told in words', async () => {
  const results = files({ openPath: () => Promise.resolve('no application') });
  expect(await results.open(backend, '1', 'a.log')).toMatchObject({
    ok: false,
    error: {
      message: expect.stringContaining('no application') as string,
      advice: expect.stringMatching(/a\.log$/) as string,
    },
  });
});
