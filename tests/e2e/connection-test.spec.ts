import { rowsOfSnapshot } from '../support/rows-of-snapshot';
import { sampleSnapshot } from '../support/sample-snapshot';
import type { AnswerFrames, AskedRequest } from '../support/stand-in-agent/serve-answers';
import { standInExecutable, startsScripts } from '../support/stand-in-agent/stand-in-executable';
import { expect, test, type Launch } from './fixture';

test.skip(!startsScripts, 'Windows starts no script as a PowerShell.');

const self = {
  Edition: 'Core',
  Version: '7.6.0',
  Computer: 'DESK1',
  Account: 'SWS\\ann',
  FailoverClusters: '2.0.0.0',
  HyperV: '2.0.0.0',
};
const denied = {
  fqid: 'Microsoft.FailoverClusters.PowerShell.GetCluster',
  category: 'PermissionDenied',
  hresult: null,
  win32: 5,
  message: 'Access is denied.',
  inner: [],
};

/** Answers to some sections; undefined: what the cluster has. */
type Sections = (section: unknown) => Promise<AnswerFrames> | AnswerFrames | undefined;

const rowsAnd = (...rows: readonly object[]): AnswerFrames =>
  [
    ['rows', rows],
    ['done', null],
  ] as AnswerFrames;

async function begun(launch: Launch, special: Sections) {
  const rows = rowsOfSnapshot(sampleSnapshot({ cluster: { name: 'PRODHV' } }));
  const answer = ({ args: { section } }: AskedRequest) => {
    const found = special(section);
    if (found !== undefined) return found;
    if (section === 'self') return rowsAnd(self);
    return section === 'access' ? rowsAnd() : undefined;
  };
  const standIn = await standInExecutable({ rows: () => rows, answer });
  const regroup = await launch({ powershell: standIn.path });
  const dialog = await regroup.connectToCluster();
  await dialog.choose('PowerShell of this computer');
  await dialog.field('Cluster').fill('prodhv');
  await dialog.press('Test');
  const step = (name: string) => dialog.test.getByRole('listitem', { name, exact: true });
  return { regroup, dialog, standIn, step };
}

test('a connection is tried step by step, each with what was found, and each node too', async ({ launch }) => {
  const { dialog, standIn, step } = await begun(launch, () => undefined);
  await expect(dialog.test.getByRole('status')).toContainText(/^(?:Everything that was tested works|It works)/);
  await expect(step('Start PowerShell')).toContainText('PowerShell 7.6.0 on DESK1.');
  await expect(step('Read the cluster')).toContainText('The cluster PRODHV answers.');
  await expect(step('Check your rights')).toContainText('SWS\\ann');
  await expect(step('Reach each node')).toContainText('2 of 2 nodes answer.');
  await expect(step('Demo2').first()).toContainText('Answers');
  await standIn.close();
});

test('a step that fails says what to do, and what depends on it is skipped', async ({ launch }) => {
  const { dialog, standIn, step } = await begun(launch, (section) =>
    section === 'cluster' ? [['fail', denied]] : undefined,
  );
  await expect(dialog.test.getByRole('status')).toHaveText('The test failed: Read the cluster.');
  await expect(step('Find the modules')).toContainText('Passed');
  await expect(step('Read the cluster')).toContainText('Failed');
  await expect(step('Read the cluster')).toContainText('Access is denied.');
  await expect(step('Read the cluster').getByRole('paragraph')).not.toBeEmpty();
  await expect(step('Reach each node')).toContainText('Skipped');
  await standIn.close();
});

test('a test that hangs is stopped, and can begin anew', async ({ launch }) => {
  let hangs = true;
  const never = new Promise<AnswerFrames>(() => undefined);
  const { dialog, standIn, step } = await begun(launch, (section) =>
    section === 'access' && hangs ? never : undefined,
  );
  await expect(step('Check your rights')).toContainText('Running');
  await dialog.press('Stop Test');
  await expect(dialog.test.getByRole('status')).toHaveText('The test was stopped.');
  await expect(step('Check your rights')).toContainText('Stopped');
  await expect(step('Reach each node')).toContainText('Skipped');
  hangs = false;
  await dialog.press('Test');
  await expect(step('Reach each node')).toContainText('2 of 2 nodes answer.');
  await standIn.close();
});
