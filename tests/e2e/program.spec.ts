import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ContractEvents } from '#shared/contract/contract';
import { electronExecutable, projectFolder, sandboxSwitches } from '../support/electron';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

/** Starts Regroup as a program of its own and waits until it ends. */
async function run(...args: readonly string[]): Promise<{ readonly code: number | null; readonly errors: string }> {
  const child = spawn(electronExecutable(), ['.', ...sandboxSwitches(), ...args], { cwd: projectFolder });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { code, errors };
}

function bounds({ app }: RegroupWindow) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}

function linesOf(file: string): readonly Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a wrong option is said on the terminal, and nothing opens', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'elsewhere a box says it, which waits for somebody');
  const { code, errors } = await run('--speed', 'fast', '--user-data', join(folder, 'data'));
  expect(code).toBe(2);
  expect(errors).toContain('--speed must be a number above 0 and at most 1000, and it is "fast".');
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a second start brings the first one to the front and ends', async ({ launch, folder }) => {
  const userData = join(folder, 'shared');
  const regroup = await launch({ userData });
  await regroup.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { code, errors } = await run(`--user-data=${userData}`, '--scenario=other.yaml');
  expect(code).toBe(0);
  expect(errors).toContain('Regroup is already running');
  expect(errors).toContain('other.yaml');
  const visible = () =>
    regroup.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()));
  await expect.poll(visible).toEqual([true]);
});

test('the window opens where and as large as it was', async ({ launch, folder }) => {
  const userData = join(folder, 'kept');
  const first = await launch({ userData });
  const wanted = { x: 60, y: 40, width: 1000, height: 640 };
  await first.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), wanted);
  await expect.poll(() => bounds(first)).toEqual(wanted);
  await first.app.close();
  expect(await bounds(await launch({ userData }))).toEqual(wanted);
});

test('a window that was on a screen that is gone opens on one that is there', async ({ launch, folder }) => {
  const userData = join(folder, 'kept');
  const first = await launch({ userData });
  await first.app.close();
  const lost = { bounds: { x: 9000, y: 9000, width: 1000, height: 640 }, maximized: false };
  writeFileSync(join(userData, 'window-state.json'), JSON.stringify(lost));
  const second = await launch({ userData });
  const place = await bounds(second);
  expect(place).toMatchObject({ width: 1000, height: 640 });
  expect(place?.x).toBeLessThan(9000);
});

test('broken settings are set aside, and Regroup opens', async ({ launch, folder }) => {
  const userData = join(folder, 'kept');
  const first = await launch({ userData });
  await first.app.close();
  writeFileSync(join(userData, 'settings.json'), '{"theme": "dark", ');
  await launch({ userData });
  const aside = readdirSync(userData).filter((name) => name.startsWith('settings.json.broken-'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(userData, 'logs', 'main.log'), 'utf8')).toContain('set aside');
});

test('the theme of the settings is the theme of the window', async ({ regroup }) => {
  for (const theme of ['dark', 'light', 'system'] as const) {
    await regroup.page.evaluate((chosen) => window.regroup.call('settings.change', { theme: chosen }), theme);
    expect(await regroup.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(theme);
  }
});

test('the Action menu holds the actions of the selected object and carries them out', async ({ regroup }) => {
  await regroup.selectRole('SQL-01');
  const offered = (): Promise<readonly string[]> =>
    regroup.app.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('actions')
          ?.submenu?.items.filter(({ enabled }) => enabled)
          .map(({ label }) => label) ?? [],
    );
  await expect.poll(offered).toContain('Live Migrate…');
  expect(await offered()).not.toContain('Bring Online');
  await regroup.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('actions')?.submenu?.items ?? [];
    items.find(({ label }) => label === 'Live Migrate…')?.click();
  });
  await expect(regroup.dialog('Live Migrate')).toBeVisible();
});

test('the menu is there, and its items reach the window', async ({ regroup }) => {
  await regroup.page.evaluate(() => {
    window.regroup.on('menu.invoked', (payload) => {
      const { item } = JSON.parse(payload) as ContractEvents['menu.invoked'];
      document.body.setAttribute('data-menu-item', item);
    });
  });
  await regroup.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('toggleActions')?.click();
  });
  await expect(regroup.page.locator('body')).toHaveAttribute('data-menu-item', 'toggleActions');
});

test('every command stands in the audit log, with its PowerShell and how it ended', async ({ launch, folder }) => {
  const userData = join(folder, 'audited');
  const regroup = await launch({ userData });
  const execute = (command: string, input: Record<string, string>) =>
    regroup.page.evaluate((call) => window.regroup.call('cluster.execute', call), {
      connection: 'training',
      command,
      input,
    });
  expect(await execute('role.takeOffline', { role: 'FS-Public' })).toMatchObject({ ok: true });
  expect(await execute('role.move', { role: 'No such role' })).toMatchObject({ ok: false });
  const entries = () => linesOf(join(userData, 'audit', 'audit.jsonl'));
  await expect.poll(() => entries().length).toBe(4);
  const taken = entries().filter(({ id }) => id === entries()[0]?.['id']);
  expect(taken).toMatchObject([
    { entry: 'command', command: 'role.takeOffline', input: { role: 'FS-Public' }, training: true },
    { entry: 'outcome', outcome: 'succeeded', error: null },
  ]);
  expect(taken[0]?.['powershell']).toContain("Stop-ClusterGroup -Name 'FS-Public'");
  expect(entries().filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
  const log = readFileSync(join(userData, 'logs', 'main.log'), 'utf8');
  expect(log).not.toContain('FS-Public');
});

test('when the process of the training cluster dies the window lives on, and training starts again', async ({
  regroup,
}) => {
  await regroup.page.evaluate(() => {
    window.regroup.on('cluster.update', (payload) => {
      const { update } = JSON.parse(payload) as ContractEvents['cluster.update'];
      if (update.kind !== 'connection') return;
      const { status } = update.connection;
      document.body.setAttribute('data-seen', `${document.body.getAttribute('data-seen') ?? ''} ${status}`);
    });
  });
  await regroup.app.evaluate(({ app }) => {
    const worker = app.getAppMetrics().find(({ name }) => name === 'Regroup training cluster');
    if (worker === undefined) throw new Error('There is no such process.');
    process.kill(worker.pid, 'SIGKILL');
  });
  await expect(regroup.page.locator('body')).toHaveAttribute('data-seen', ' lost');
  await regroup.page.getByRole('button', { name: 'Restart the Training Cluster' }).click();
  await expect(regroup.page.locator('body')).toHaveAttribute('data-seen', ' lost connecting connected');
  await expect(regroup.treeItem('Demo1')).toBeVisible();
});

test('nothing of it is left when it is closed', async ({ launch }) => {
  const regroup = await launch();
  const pids = await regroup.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  expect(pids.length).toBeGreaterThan(2);
  await regroup.app.close();
  const alive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(() => pids.filter(alive)).toEqual([]);
});
