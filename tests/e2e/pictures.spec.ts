import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../support/electron';
import { expect, test } from './fixture';

const picture = join(projectFolder, 'docs/pictures/window.png');
const largest = 200_000;

/** Made when it is missing or REGROUP_PICTURES is set, so that a run of the tests leaves the sources as they are. */
test('the picture of the window in the README', async ({ launch }) => {
  test.skip(
    existsSync(picture) && process.env['REGROUP_PICTURES'] === undefined,
    'it is there; REGROUP_PICTURES=1 renews it',
  );
  const regroup = await launch({ speed: 60 });
  const { app, page } = regroup;
  await app.evaluate(({ BrowserWindow, nativeTheme }) => {
    nativeTheme.themeSource = 'light';
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  await expect.poll(() => page.evaluate(() => `${innerWidth} x ${innerHeight}`)).toBe('1280 x 800');
  await regroup.faults.open();
  await regroup.faults.switch('Disk FS-Data').click();
  await regroup.open('Services and applications');
  await expect(regroup.row('FS-Public')).toContainText('Failed');
  await regroup.faults.close();
  await regroup.select('SQL-01');
  await regroup.actions.choose('Live Migrate');
  await regroup.speed('10x');
  await regroup.moveDialog('Live Migrate').confirm();
  await regroup.detailsTab('Migration');
  await expect(regroup.details).toContainText('Pass 2');
  await page.mouse.move(0, 0);
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  expect(statSync(picture).size).toBeLessThan(largest);
});
