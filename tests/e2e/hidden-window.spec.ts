import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

/** What main wrote into its log about whether the window can be seen, in order. */
function told(userData: string): readonly string[] {
  const log = readFileSync(join(userData, 'logs', 'main.log'), 'utf8');
  return [...log.matchAll(/The window (can|cannot) be seen/g)].map(([, word]) => word ?? '');
}

async function use(regroup: RegroupWindow, act: 'hide' | 'show' | 'minimize' | 'restore'): Promise<void> {
  await regroup.app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[name](), act);
}

test('clusters are read less often while the window is hidden, and as before when it is shown', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'hidden');
  const regroup = await launch({ userData });
  await expect.poll(() => told(userData)).toEqual(['can']);
  await use(regroup, 'hide');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot']);
  await use(regroup, 'show');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot', 'can']);
});

test('clusters are read less often while the window is minimized, and as before when it is restored', async ({
  launch,
  folder,
}) => {
  test.skip(
    process.platform === 'linux' && process.env['REGROUP_WINDOW_MANAGER'] === undefined,
    'Without a window manager nothing is minimized; say REGROUP_WINDOW_MANAGER=1 where the display has one.',
  );
  const userData = join(folder, 'minimized');
  const regroup = await launch({ userData });
  await expect.poll(() => told(userData)).toEqual(['can']);
  await use(regroup, 'minimize');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot']);
  await use(regroup, 'restore');
  await expect.poll(() => told(userData)).toEqual(['can', 'cannot', 'can']);
});
