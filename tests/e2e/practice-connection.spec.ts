import { join } from 'node:path';
import { startPracticeServer } from '#backend/practice/practice-server';
import { computerTime } from '#backend/real-time';
import { startInlineWorker } from '#backend/simulated/inline-worker';
import { createSimulatedBackend } from '#backend/simulated/simulated-backend';
import { practiceScenario } from '../support/practice-rig';
import { findPwsh, powerShellFolder } from '../support/pwsh';
import { expect, test } from './fixture';

const pwsh = findPwsh();
test.skip(pwsh === null, 'There is no PowerShell (REGROUP_PWSH, pwsh).');

test('over a real PowerShell one connects, sees the roles, moves one, and finds it in My actions', async ({
  launch,
}) => {
  const backend = createSimulatedBackend({
    startWorker: () => startInlineWorker(computerTime),
    scenarios: [{ file: 'practice.yaml', text: practiceScenario }],
    speed: 20,
    paused: false,
  });
  expect(await backend.connect()).toMatchObject({ ok: true });
  const server = await startPracticeServer({ backend });
  const regroup = await launch({
    powershell: pwsh ?? '',
    modulePath: join(powerShellFolder, 'RegroupPractice'),
    environment: { REGROUP_PRACTICE_PIPE: server.pipe, REGROUP_PRACTICE_TOKEN: server.token },
  });
  const dialog = await regroup.connectToCluster();
  await dialog.choose('PowerShell of this computer');
  await dialog.field('Cluster').fill('HVCLUSTER');
  await dialog.field('Name in the tree').fill('Practice');
  await dialog.press('Connect');
  await expect(regroup.treeItem('Practice')).toHaveAccessibleDescription(/^Cluster HVCLUSTER/, { timeout: 240_000 });

  await regroup.tree.getByRole('treeitem', { name: 'Services and applications' }).last().click();
  await regroup.select('FS1');
  await expect(regroup.row('VM1')).toBeVisible();
  await regroup.actions.choose('Move');
  const move = regroup.moveDialog('Move');
  await expect(move.dialog.getByText('On Practice (HVCLUSTER)')).toBeVisible();
  await move.choice('Demo2').check();
  await move.confirm();
  await expect(regroup.row('FS1')).toContainText('Demo2', { timeout: 240_000 });

  await regroup.myActions.open();
  const record = regroup.myActions.rows(/^Move FS1 to Demo2/);
  await expect(record).toContainText('Completed', { timeout: 240_000 });
  await record.click();
  await expect(regroup.myActions.details).toContainText('Practice (HVCLUSTER)');
  await expect(regroup.myActions.details).toContainText("Move-ClusterGroup -Name 'FS1' -Node 'Demo2'");

  await regroup.terminal.open();
  await regroup.terminal.ready();
  await regroup.terminal.run('"here is " + (Get-ClusterGroup FS1).OwnerNode.Name');
  await expect(regroup.terminal.screen).toContainText('here is Demo2', { timeout: 120_000 });
  await regroup.app.close();
  await server.close();
  await backend.close();
});
