import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { standInSsh } from '../support/stand-in-ssh';
import { expect, test, type Launch } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

test.skip(!startsScripts, 'Windows starts no script as ssh.');

/** A cluster of five nodes behind an ssh that asks. */
async function behindSsh(launch: Launch, userData: string, asks: 'password' | 'passphrase', secret: string) {
  const rows = rowsOfSnapshot(sampleSnapshot({ cluster: { name: 'PRODHV' } }));
  const [first] = rows.cluster.nodes;
  const more = ['Demo3', 'Demo4', 'Demo5'].map((Name, at) => ({ ...first, Name, Id: String(at + 3) }));
  const all = { ...rows, cluster: { ...rows.cluster, nodes: [...rows.cluster.nodes, ...more] } };
  const agent = await standInExecutable({ rows: () => all });
  const ssh = standInSsh({ agent: agent.path, asks, secret });
  const path = `${ssh.folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const regroup = await launch({ powershell: 'nowhere', userData, environment: { PATH: path } });
  const close = async (): Promise<void> => {
    await regroup.app.close();
    await agent.close();
    ssh.remove();
  };
  return { regroup, close };
}

async function connect(regroup: RegroupWindow, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = await regroup.connectToCluster();
  await dialog.choose('SSH');
  for (const [name, value] of Object.entries(fields)) await dialog.field(name).fill(value);
  await dialog.field('Name in the tree').fill('Production');
  await dialog.press('Connect');
  await expect(dialog.dialog).toBeHidden();
}

test('a new host is shown with its key, the password asked for and again when it was wrong, and new nodes asked about at once', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'asked');
  const { regroup, close } = await behindSsh(launch, userData, 'password', 'right1');
  await connect(regroup, { Node: 'demo1', Account: 'ann' });

  const host = regroup.dialog('Is this really demo1?');
  await expect(host.getByRole('group', { name: 'Fingerprint of the ED25519 key' })).toContainText('SHA256:');
  await expect(host.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await host.getByRole('button', { name: 'Trust' }).click();

  const password = regroup.dialog('Password for Production');
  const input = password.getByRole('textbox', { name: 'Password' });
  await expect(input).toBeFocused();
  await expect(input).toHaveAttribute('type', 'password');
  await expect(password).toContainText('demo1 asks for the password of ann.');
  await input.fill('wrong1');
  await input.press('Enter');
  await expect(password.getByRole('alert')).toContainText('refused');
  await input.fill('right1');
  await password.getByRole('button', { name: 'Sign In' }).click();
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/^Cluster PRODHV/);

  const nodes = regroup.dialog('Are these really the 4 nodes?');
  await expect(nodes.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(nodes.getByRole('button', { name: /^Trust/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(nodes.getByRole('row', { name: /Demo4 ED25519 SHA256:/ })).toBeVisible();
  await nodes.getByRole('checkbox', { name: 'Choose all' }).press('Space');
  await nodes.getByRole('checkbox', { name: 'Trust Demo4' }).press('Space');
  await expect(nodes.getByRole('status')).toHaveText('3 of 4 nodes chosen');
  await nodes.getByRole('button', { name: 'Trust 3 Nodes' }).click();
  await expect(nodes).toBeHidden();
  const trusted = (): readonly string[] =>
    readFileSync(join(userData, 'known_hosts'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '')
      .sort();
  await expect.poll(trusted).toEqual(['Demo2', 'Demo3', 'Demo5', 'demo1']);
  await close();
  expect(readFileSync(join(userData, 'connections.json'), 'utf8')).not.toContain('right1');
});

test('a locked key asks for its passphrase, and who cancels is not asked again by itself', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'asked');
  const key = join(folder, 'id_cluster');
  writeFileSync(key, '');
  const { regroup, close } = await behindSsh(launch, userData, 'passphrase', 'phrase1');
  await connect(regroup, { Node: 'demo1', 'File of the private key': key });
  await regroup.dialog('Is this really demo1?').getByRole('button', { name: 'Trust' }).click();

  const passphrase = regroup.dialog('Passphrase for Production');
  await expect(passphrase).toContainText(`The private key ${key} is locked`);
  await passphrase.getByRole('button', { name: 'Cancel' }).click();
  const why = regroup.page.getByRole('paragraph').filter({ hasText: 'Signing in was cancelled.' });
  await expect(why).toBeVisible();
  await expect(regroup.page.getByText('Regroup goes on trying')).toHaveCount(0);
  await expect(passphrase).toBeHidden();
  await regroup.page.getByRole('button', { name: 'Try Again' }).click();
  await passphrase.getByRole('textbox', { name: 'Passphrase' }).fill('phrase1');
  await passphrase.getByRole('textbox', { name: 'Passphrase' }).press('Enter');
  await expect(regroup.treeItem('Production')).toHaveAccessibleDescription(/^Cluster PRODHV/);
  await regroup.dialog('Are these really the 4 nodes?').getByRole('button', { name: 'Cancel' }).click();
  await close();
});
