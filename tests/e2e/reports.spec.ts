import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from './fixture';

test.skip(process.platform !== 'linux', 'Only on Linux a test can say what opens a file.');

test('a dependency report comes with a button that opens it, and says where it is', async ({ launch, folder }) => {
  const opened = join(folder, 'opened.txt');
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`, { mode: 0o755 });
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const regroup = await launch({ environment: { PATH: path } });
  await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Show Dependency Report');
  const told = regroup.page.getByRole('status').filter({ hasText: 'Report the dependencies of SQL-01: completed.' });
  await told.getByRole('button', { name: /^Open / }).click();
  await expect(told.getByRole('status')).toContainText('The file: ');
  const file = readFileSync(opened, 'utf8');
  await expect(told.getByRole('status')).toContainText(file);
  expect(readFileSync(file, 'utf8')).toContain('SQL-01');
});

test('a report that nothing can open says so, with its place', async ({ launch, folder }) => {
  writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const regroup = await launch({ environment: { PATH: path } });
  await regroup.selectRole('SQL-01');
  await regroup.actions.choose('Show Dependency Report');
  const told = regroup.page.getByRole('status').filter({ hasText: 'Report the dependencies of SQL-01: completed.' });
  await told.getByRole('button', { name: /^Open / }).click();
  await expect(told.getByRole('alert')).toContainText(/no program for it on this computer.*regroup-opened/);
});
