import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixture';

test('keeps its settings over a restart', async ({ launch, folder }) => {
  const userData = join(folder, 'kept');
  const first = await launch({ userData });
  const separator = first.page.getByRole('separator').first();
  const before = await separator.boundingBox();
  if (before === null) throw new Error('No separator on screen');
  await separator.focus();
  for (let press = 0; press < 3; press += 1) await first.page.keyboard.press('ArrowRight');
  const moved = await separator.boundingBox();
  expect(moved?.x).toBeGreaterThan(before.x);
  await first.app.close();
  const second = await launch({ userData });
  await expect
    .poll(async () => (await second.page.getByRole('separator').first().boundingBox())?.x)
    .toBeCloseTo(moved?.x ?? 0, -1);
});

test('a bad scenario file is explained, and the training cluster opens', async ({ launch, folder }) => {
  const file = join(folder, 'bad.yaml');
  writeFileSync(
    file,
    'schema: regroup/scenario/1\ntitle: Bad\ncluster: {name: X}\nnodes:\n  - {name: N1, memroy: 4GB}\n',
  );
  const regroup = await launch({ scenario: file });
  const dialog = regroup.page.getByRole('dialog');
  await expect(dialog).toContainText('bad.yaml:5:');
  await expect(dialog).toContainText('memory');
  await regroup.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(regroup.treeItem('HVCLUSTER')).toBeVisible();
});

test('--paused holds the clock until it is let run', async ({ launch }) => {
  const regroup = await launch({ paused: true });
  const time = regroup.banner.getByRole('timer');
  await expect(time).toHaveText(/00:00:00/);
  await regroup.banner.getByRole('button', { name: 'Run the clock' }).click();
  await expect(time).not.toHaveText(/00:00:00/);
});
