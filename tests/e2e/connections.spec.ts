import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';
import { ConnectDialog } from './pages/connect-dialog';

test.skip(!startsScripts, 'Windows starts no script as a PowerShell.');

/** A cluster that a PowerShell of this computer would answer for. */
const cluster = (name: string) => {
  const virtualMachines = { 'SQL-01': { id: '0f8a2d34-1111-4222-8333-abcdefabcdef' } };
  const rows = rowsOfSnapshot(sampleSnapshot({ cluster: { name }, virtualMachines }));
  return standInExecutable({ rows: () => rows });
};

async function connect(regroup: RegroupWindow, name: string, readOnly = false): Promise<void> {
  const dialog = await regroup.connectToCluster();
  await dialog.choose('PowerShell of this computer');
  await dialog.field('Cluster').fill('prodhv');
  await dialog.field('Name in the tree').fill(name);
  if (readOnly) await dialog.option(/^Read-only/).check();
  await dialog.press('Connect');
  await expect(dialog.dialog).toBeHidden();
}

test('a real cluster stands beside training, is disconnected, edited and removed', async ({ launch }) => {
  const standIn = await cluster('PRODHV');
  const regroup = await launch({ powershell: standIn.path });
  await connect(regroup, 'Production');

  const root = regroup.treeItem('Production');
  await expect(root).toHaveAccessibleDescription('Cluster PRODHV');
  await expect(root).toHaveAttribute('aria-selected', 'true');
  await expect(regroup.banner).toBeHidden();
  const status = regroup.page.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText('Connected to Production (PRODHV)');
  await expect(regroup.tree.getByRole('treeitem', { name: 'Services and applications' })).toHaveCount(2);

  await regroup.treeItem('HVCLUSTER').click();
  await expect(regroup.banner).toBeVisible();
  await root.click();
  await regroup.actions.choose('Disconnect');
  await expect(root).toHaveAccessibleDescription('Not connected');

  await regroup.actions.choose('Edit Connection');
  const edit = new ConnectDialog(regroup.page, 'Edit Connection');
  await expect(edit.field('Cluster')).toHaveValue('prodhv');
  await edit.field('Name in the tree').fill('Branch');
  await edit.press('Save');
  await expect(regroup.treeItem('Branch')).toBeVisible();

  await regroup.actions.choose('Remove Connection');
  await regroup.dialog('Remove Connection').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(regroup.treeItem('Branch')).toBeHidden();
  await expect(regroup.banner).toBeVisible();
  await standIn.close();
});

test('a viewer of screens that asks in a terminal is answered in the window', async ({ launch, folder }) => {
  const standIn = await cluster('PRODHV');
  // As FreeRDP does without a window for it: it ends when nobody can answer.
  const viewer = join(folder, 'xfreerdp');
  const script =
    '#!/bin/sh\nprintf "$1 $2\\nTrust the certificate? (Y/N) "\nread answer || exit 5\necho "came $answer"\nread end\n';
  writeFileSync(viewer, script, { mode: 0o755 });
  const path = `${folder}:${process.env['PATH'] ?? ''}`;
  const regroup = await launch({ powershell: standIn.path, environment: { PATH: path } });
  await connect(regroup, 'Production');
  await expect(regroup.treeItem('Production')).toHaveAttribute('aria-selected', 'true');
  await expect(regroup.tree.getByRole('treeitem', { name: 'Services and applications' })).toHaveCount(2);
  await regroup.tree.getByRole('treeitem', { name: 'Services and applications' }).last().click();
  await regroup.select('SQL-01');
  await regroup.actions.choose('Connect');
  const dialog = regroup.dialog('Screen of SQL-01');
  await expect(dialog.locator('.xterm-rows')).toContainText(/\/v:Demo1[^ ]*:2179 \/vmconnect:.*Trust the certificate/s);
  await dialog.getByRole('textbox', { name: 'Terminal input' }).focus();
  await regroup.page.keyboard.type('Y\n');
  await expect(dialog.locator('.xterm-rows')).toContainText('came Y');

  await dialog.getByRole('button', { name: 'Close' }).click();
  await regroup.actions.choose('Connect');
  await expect(dialog.locator('.xterm-rows')).toContainText('came Y');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toBeHidden();
  await regroup.actions.choose('Connect');
  await expect(dialog.locator('.xterm-rows')).not.toContainText('came Y');
  await standIn.close();
});

test('a read-only connection refuses commands before they are chosen', async ({ launch }) => {
  const standIn = await cluster('PRODHV');
  const regroup = await launch({ powershell: standIn.path });
  await connect(regroup, 'Production', true);
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/Read-only/);
  await regroup.tree.getByRole('treeitem', { name: 'Services and applications' }).last().click();
  await regroup.select('FS1');
  const takeOffline = regroup.actions.action('Take Offline');
  await expect(takeOffline).toHaveAttribute('aria-disabled', 'true');
  await expect(takeOffline).toHaveAccessibleDescription('This connection is read-only.');
  await expect(regroup.page.getByRole('contentinfo', { name: 'Status' })).toContainText('Read-only');
  await standIn.close();
});

test('a lost cluster keeps its data in view and says so; a start later it is there again, without secrets', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'kept');
  const standIn = await cluster('PRODHV');
  const regroup = await launch({ powershell: standIn.path, userData });
  await connect(regroup, 'Production');
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/PRODHV/);
  await regroup.tree.getByRole('treeitem', { name: 'Services and applications' }).last().click();
  await standIn.close();
  await expect(regroup.page.getByRole('alert')).toContainText('The connection to Production (PRODHV) was lost');
  await expect(regroup.row('FS1')).toBeVisible();
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/^Cluster PRODHV, Connection lost/);
  await regroup.app.close();

  const kept = JSON.parse(readFileSync(join(userData, 'connections.json'), 'utf8')) as unknown;
  expect(JSON.stringify(kept)).not.toMatch(/password|secret/i);
  const again = await launch({ powershell: standIn.path, userData });
  await again.treeItem('Production').click();
  await expect(again.treeItem('Production')).toHaveAccessibleDescription('Not connected');
});

test('the dialog says what is wrong at its fields, and goes with Escape to where it was opened', async ({ launch }) => {
  const regroup = await launch({ powershell: 'nowhere' });
  const dialog = await regroup.connectToCluster();
  await dialog.choose('SSH');
  await dialog.field('Node').fill('-oProxyCommand=calc');
  await dialog.field('Node').press('Enter');
  await expect(dialog.field('Node')).toBeFocused();
  await expect(dialog.dialog).toContainText('This is no name or address of a computer.');
  await regroup.page.keyboard.press('Escape');
  await expect(dialog.dialog).toBeHidden();
  await expect(regroup.page.getByRole('button', { name: 'Connect to Cluster' }).first()).toBeFocused();
});
