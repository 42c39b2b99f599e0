import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './lib/project.mjs';

function launch(args: readonly string[], { nodeVersion, env }: { nodeVersion?: string; env?: NodeJS.ProcessEnv } = {}) {
  const disguise = `Object.defineProperty(process.versions, 'node', { value: '${nodeVersion ?? ''}' })`;
  const flags = nodeVersion === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`];
  return spawnSync(process.execPath, [...flags, join(root, 'scripts/run.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

test('an old Node is told which one is needed, without a stack', () => {
  const { status, stderr } = launch(['start'], { nodeVersion: '18.20.8' });
  expect(status).toBe(1);
  expect(stderr).toContain('needs Node 20.19 or newer, and this is Node 18.20.8');
  expect(stderr).not.toContain('    at ');
});

test('a Node 20 before 20.19 is refused too', () => {
  expect(launch(['start'], { nodeVersion: '20.18.3' }).stderr).toContain('needs Node 20.19');
});

test('an unknown command lists those that exist', () => {
  const { status, stderr } = launch(['fly']);
  expect(status).toBe(2);
  expect(stderr).toContain('start|test|check');
});

test.runIf(process.platform === 'linux')('start without a display says what to do before it sets anything up', () => {
  const { status, stderr, stdout } = launch(['start'], { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
  expect(status).toBe(1);
  expect(stderr).toContain('ssh -X');
  expect(stderr).toContain('xvfb-run -a npm start');
  expect(stdout).toBe('');
});
