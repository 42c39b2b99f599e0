import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPwsh } from '../support/pwsh';
import { startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { expect, test } from './fixture';

test('without a PowerShell the tab says so and shows the cmdlet of each click', async ({ launch }) => {
  const regroup = await launch({ environment: { REGROUP_PWSH: '/nowhere/pwsh' } });
  await regroup.terminal.open();
  await expect(regroup.terminal.panel).toContainText('REGROUP_PWSH names "/nowhere/pwsh", which is no program');
  await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Quick Migrate');
  await regroup.moveDialog('Quick Migrate').confirm();
  const list = regroup.terminal.panel.getByRole('list', { name: 'PowerShell of what was done' });
  await expect(list).toContainText("Move-ClusterVirtualMachineRole -Name 'SQL-01'");
});

test('until its shell shows something the tab says that it starts, and takes what is typed', async ({
  launch,
  folder,
}) => {
  test.skip(!startsScripts, 'Windows starts no script as PowerShell.');
  const shell = join(folder, 'slow-pwsh');
  // It sets the terminal up at once, as PowerShell does, and shows something only when it is asked.
  writeFileSync(shell, '#!/bin/sh\nstty -echo\nprintf "\\033[?1h"\nread word\necho "came $word"\nread end\n', {
    mode: 0o755,
  });
  const { terminal } = await launch({ environment: { REGROUP_PWSH: shell } });
  await terminal.open();
  const status = terminal.panel.getByRole('status');
  await expect(status).toHaveText('Starting PowerShell…');
  await terminal.run('early');
  await expect(terminal.screen).toContainText('came early');
  await expect(status).toHaveText('');
});

test.describe('with a PowerShell', () => {
  test.skip(findPwsh() === null, 'There is no PowerShell (REGROUP_PWSH, pwsh).');

  test('a shell knows its cluster, runs what is typed, and lives on while another tab is shown', async ({
    regroup,
  }) => {
    const { terminal } = regroup;
    await terminal.open();
    await terminal.ready();
    await terminal.run('$mine = 40 + 2; "is $mine"');
    await expect(terminal.screen).toContainText('is 42');
    await regroup.page.getByRole('tab', { name: 'Tasks' }).click();
    await regroup.open('Nodes');
    await terminal.open();
    await terminal.run('"still $mine"');
    await expect(terminal.screen).toContainText('still 42');
  });

  test('several pasted lines are shown first, and are not run when they are not wanted', async ({ regroup }) => {
    const { terminal } = regroup;
    await terminal.open();
    await terminal.ready();
    await terminal.paste('"first"\n"second " + (1 + 1)\n');
    const dialog = regroup.dialog('Paste Several Lines');
    await expect(dialog).toContainText('"second " + (1 + 1)');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await terminal.run('"third " + (1 + 2)');
    await expect(terminal.screen).toContainText('third 3');
    await expect(terminal.screen).not.toContainText('second 2');
  });

  test('colours, styles and links of the shell do not offend the content security policy', async ({ regroup }) => {
    const { terminal } = regroup;
    await terminal.open();
    await terminal.ready();
    await terminal.run('"`e[38;2;10;200;30mgreen`e[0m `e[4;58;5;1munder`e[0m https://example.com/x"');
    const green = terminal.screen.getByText('green', { exact: true }).last();
    await expect(green).toHaveCSS('color', 'rgb(10, 200, 30)');
  });

  test('when it ends the tab says so and starts a new one', async ({ regroup }) => {
    const { terminal } = regroup;
    await terminal.open();
    await terminal.ready();
    await terminal.run('exit 7');
    await expect(terminal.panel).toContainText('PowerShell ended with code 7.');
    await terminal.panel.getByRole('button', { name: 'Start again' }).click();
    await expect(terminal.panel).not.toContainText('PowerShell ended');
    await terminal.ready();
    await terminal.run('"again " + (2 + 2)');
    await expect(terminal.screen).toContainText('again 4');
  });
});
