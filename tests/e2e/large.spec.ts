import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixture';

const nodes = Array.from({ length: 64 }, (_, place) => `N${place + 1}`);
const machines = 8000;

/** As large as a cluster gets: machines spread evenly over the nodes, on one shared volume a node. JSON is YAML too. */
function largestCluster(): string {
  return JSON.stringify({
    ...{ schema: 'regroup/scenario/1', title: 'As large as it gets', release: 2022 },
    cluster: { name: 'LARGE', quorum: { mode: 'nodeAndFileShareMajority', witness: '\\\\dc\\witness' } },
    nodes: nodes.map((name) => ({ name, memory: '512GB' })),
    disks: nodes.map((owner, place) => ({ name: `CSV${place + 1}`, size: '50TB', use: 'csv', owner })),
    roles: Array.from({ length: machines }, (_, place) => ({
      ...{ name: `VM${place + 1}`, type: 'virtualMachine', owner: nodes[place % 64], memory: '2GB' },
      disks: [`CSV${(place % 64) + 1}`],
    })),
  });
}

test('64 nodes with 8,000 machines: rows in sight only, a filter that finds, a change that is seen', async ({
  launch,
  folder,
}) => {
  const scenario = join(folder, 'large.yaml');
  writeFileSync(scenario, largestCluster());
  const regroup = await launch({ scenario, speed: 1 });
  const { page } = regroup;
  const grid = await regroup.open('Services and applications');
  await expect(grid).toHaveAttribute('aria-rowcount', String(machines + 1));
  const rendered = () => grid.locator('[data-row]').count();
  expect(await rendered()).toBeLessThan(100);
  await grid
    .locator('[data-row]')
    .nth(8)
    .evaluate((line) => line.setAttribute('data-kept', ''));

  await grid.focus();
  await page.keyboard.press('End');
  await expect(regroup.row('VM8000')).toHaveAttribute('aria-selected', 'true');
  expect(await rendered()).toBeLessThan(100);
  expect(await grid.locator('[data-kept]').count(), 'lines that show another row now').toBe(1);

  await page.getByRole('searchbox', { name: 'Filter' }).first().fill('VM7777');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await regroup.select('VM7777');
  await regroup.actions.choose('Live Migrate');
  await regroup.moveDialog('Live Migrate').confirm();
  await expect(regroup.row('VM7777')).toContainText('Live migrating');
});
