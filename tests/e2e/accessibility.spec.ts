import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture';
import type { RegroupWindow } from './pages/regroup-window';

/** What axe judges; only the contrast depends on the theme. */
type Scope = 'everything' | 'contrast';

/**
 * What axe calls serious or critical on screen, one line each. In legacy mode axe stays in the page: Electron opens no
 * second one for it. Left out are the guards of Fluent's focus traps: they take the focus only to pass it on.
 */
async function violations({ page }: RegroupWindow, scope: Scope): Promise<readonly string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]');
  if (scope === 'contrast') axe.withRules('color-contrast');
  const { violations: found } = await axe.analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** Goes through the window; every stop is judged on its own, so that one run tells all there is. */
async function tour(regroup: RegroupWindow, scope: Scope): Promise<void> {
  const { page, actions, wizard, faults } = regroup;
  const judge = async (stop: string): Promise<void> => {
    expect.soft(await violations(regroup, scope), stop).toEqual([]);
  };
  const leave = async (title: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(regroup.dialog(title)).toBeHidden();
  };

  await faults.open();
  await faults.switch('Public on Demo2').click();
  for (const place of [
    'HVCLUSTER',
    'Services and applications',
    'Nodes',
    'Demo1',
    'Storage',
    'Disks',
    'Cluster shared volumes',
    'Networks',
    'Private',
    'Cluster events',
  ]) {
    await regroup.treeItem(place).click();
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
    await judge(place);
  }
  await faults.close();

  await regroup.selectRole('SQL-01');
  for (const tab of ['Summary', 'Resources', 'Dependencies', 'Migration', 'Events']) {
    await regroup.detailsTab(tab);
    await judge(`${tab} of a role`);
  }
  await regroup.row('SQL-01').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await judge('context menu');
  await page.keyboard.press('Escape');
  for (const title of ['Live Migrate', 'Remove', 'Set Priority']) {
    await actions.choose(title);
    await expect(regroup.dialog(title)).toBeVisible();
    await judge(title);
    await leave(title);
  }
  await actions.choose('Live Migrate');
  await regroup.moveDialog('Live Migrate').confirm();
  await regroup.detailsTab('Migration');
  await expect(regroup.details).toContainText('Pass 1');
  await judge('a running migration');

  await regroup.open('Nodes');
  await regroup.select('Demo1');
  await actions.choose('Pause');
  await expect(regroup.dialog('Pause')).toBeVisible();
  await judge('Pause');
  await leave('Pause');

  await regroup.open('Services and applications');
  await actions.choose('Configure a Service or Application');
  await judge('wizard: Before You Begin');
  await wizard.button('Next').click();
  await judge('wizard: Select Service or Application');
  await wizard.dialog.getByRole('radio', { name: /^Virtual Machine/ }).check();
  await wizard.button('Next').click();
  await expect(wizard.heading('Select Virtual Machine')).toBeVisible();
  await judge('wizard: Select Virtual Machine');
  await wizard.dialog.getByRole('checkbox', { name: /DC-Branch/ }).check();
  await wizard.button('Next').click();
  await wizard.dialog.getByRole('button', { name: /Show PowerShell/ }).click();
  await judge('wizard: Confirmation');
  await wizard.button('Next').click();
  await expect(wizard.heading('Summary')).toBeVisible({ timeout: 20_000 });
  await judge('wizard: Summary');
}

for (const [theme, scope] of [
  ['light', 'everything'],
  ['dark', 'contrast'],
] as const)
  test(`nothing in the window shuts anyone out, in the ${theme} theme`, async ({ regroup }) => {
    await regroup.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await tour(regroup, scope);
  });
