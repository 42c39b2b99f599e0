import { expect, test } from 'vitest';
import { person } from '../../../../tests/support/person';
import { computerTime } from '../../real-time';
import type { AgentPool } from '../agent/agent-pool';
import type { ClusterTransport } from '../cluster-transport';
import { localTransport } from './local-transport';
import { isNear } from './node-seats';
import { sessionTransport } from './session-transport';

const around = { script: '', time: computerTime, log: () => undefined };

test.each([
  ['demo1.sws.com', 'Demo2', true],
  ['demo1.sws.com', 'demo2.SWS.com', true],
  ['demo1.sws.com', 'demo2.elsewhere.com', false],
  ['demo1.sws.com', 'demo2.sws.com.elsewhere.com', false],
  ['demo1.sws.com', 'sws.com', false],
  ['demo1.sws.com', 'com', true],
  ['demo1', 'Demo2', true],
  ['demo1', 'demo2.elsewhere.com', false],
  ['10.0.0.1', 'Demo2', true],
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', 'x.0.0.1', false],
  ['demo1.sws.com', '203.0.113.5', false],
  ['demo1.sws.com', '3405803781', false],
  ['demo1.sws.com', '0xCB007105', false],
  ['demo1.sws.com', 'fe80::1', false],
  ['demo1.sws.com', 'demo2.', false],
  ['demo1.sws.com', '', false],
  ['demo1.sws.com', 'demo2@elsewhere', false],
])('from %s the node %j is near: %s', (host, node, near) => {
  expect(isNear(host, node)).toBe(near);
});

const firstPool = (transport: ClusterTransport): AgentPool => {
  const [seat] = transport.seats([]);
  if (seat === undefined) throw new Error('There is no seat.');
  return transport.open(seat, () => undefined);
};

const refused = { ok: false, error: { kind: 'notConnected', fate: 'notBegun', message: /not in the domain of/ } };
const isRefused = (answer: unknown): void => {
  const message: unknown = expect.stringMatching(refused.error.message);
  expect(answer).toMatchObject({ ...refused, error: { ...refused.error, message } });
};

test('a session asks nobody for the password of a node of elsewhere, and starts nothing there', async () => {
  const asker = person(['secret', 'secret']);
  const place = {
    ...{ host: 'demo1.sws.com', user: 'SWS\\admin', port: null, ssl: false },
    ...{ configuration: null, executable: '/nowhere/powershell', modulePath: null },
  };
  const pool = firstPool(sessionTransport(place, around, asker));
  const asked = { op: 'read', args: { section: 'machines' }, timeout: 30_000 } as const;
  isRefused(await pool.request({ node: 'demo2.elsewhere.com' }, asked));
  expect(asker.asked).toEqual([]);
  const near: unknown = expect.not.stringMatching(refused.error.message);
  expect(await pool.request({ node: 'Demo2' }, asked)).toMatchObject({ ok: false, error: { message: near } });
  expect(asker.asked).toMatchObject([{ host: 'Demo2.sws.com' }]);
  await pool.close();
});

test('the PowerShell of this computer names no computer of elsewhere to a cmdlet, neither to read nor to act', async () => {
  const place = { executable: '/nowhere/powershell', modulePath: null, cluster: 'hv.sws.com' };
  const pool = firstPool(localTransport(place, around));
  const read = (computer: string) =>
    pool.request({ node: computer }, { op: 'read', args: { section: 'machines', computer }, timeout: 30_000 });
  const step = (computer: string) => ({
    kind: 'pipeline',
    calls: [{ cmdlet: 'Start-VM', parameters: { Name: 'VM1', ComputerName: [computer] } }],
  });
  const run = (computer: string) =>
    pool.request('write', { op: 'run', args: { steps: [step('Demo1'), step(computer)] }, timeout: 30_000 });
  isRefused(await read('demo2.elsewhere.com'));
  isRefused(await run('demo2.elsewhere.com'));
  for (const answer of [await read('Demo2'), await run('demo2.sws.com')])
    expect(answer).toMatchObject({ error: { kind: 'unsupported', stage: 'reach' } });
  await pool.close();
});
