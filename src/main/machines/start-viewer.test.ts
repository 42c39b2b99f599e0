import { execPath } from 'node:process';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startViewer } from './start-viewer';

const viewer = (script: string) => ({ command: execPath, args: ['-e', script], asks: 'window' }) as const;
const patience = 60_000;

test('a viewer that ends at once with an error has failed, with its last words', async () => {
  expect(
    await startViewer(viewer('console.error("\\u001b[31mfailed to open display"); process.exit(3)'), patience),
  ).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^node.* ended with code 3: failed to open display$/) as string },
  });
});

test('one that goes on is left alone', async () => {
  expect(await startViewer(viewer('setTimeout(() => {}, 1_000)'), 1)).toEqual({ ok: true, value: null });
});

test('one that ends well has done what it should', async () => {
  expect(await startViewer(viewer(''), patience)).toEqual({ ok: true, value: null });
});

test('one that is not there says so', async () => {
  expect(await startViewer({ command: '/nowhere/viewer', args: [], asks: 'window' })).toMatchObject({
    ok: false,
    error: { kind: 'unsupported', message: expect.stringContaining('/nowhere/viewer') as string },
  });
});

test('one whose last words can be kept nowhere is started all the same', async () => {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, '/nowhere');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(await startViewer(viewer(''), patience)).toEqual({ ok: true, value: null });
  expect(await startViewer(viewer('process.exit(3)'), patience)).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^node.* ended with code 3\.$/) as string },
  });
});
