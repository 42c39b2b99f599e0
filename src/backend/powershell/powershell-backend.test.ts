import { describe, expect, onTestFinished, test } from 'vitest';
import { watch, type Watcher } from '../../../tests/contract/watcher';
import { ManualTime } from '../../../tests/support/manual-time';
import { RowTransport, type PendingRead } from '../../../tests/support/row-transport';
import { rowsOfSnapshot } from '../../../tests/support/rows-of-snapshot';
import { sampleSnapshot, type SampleChanges } from '../../../tests/support/sample-snapshot';
import { createAttention } from '../attention';
import type { ClusterBackend } from '../cluster-backend';
import type { ClusterTransport } from './cluster-transport';
import { createPowerShellBackend } from './powershell-backend';

interface Rig {
  readonly backend: ClusterBackend;
  readonly transport: RowTransport;
  readonly time: ManualTime;
  readonly log: readonly string[];
  readonly attention: ReturnType<typeof createAttention>;
  /** The cluster changes. */
  readonly change: (changes: SampleChanges) => void;
  /** Lets so many milliseconds pass, and what is answered by itself be read. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

const step = 100;

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

function rig(auto: (read: PendingRead) => boolean = () => true, changes: SampleChanges = {}): Rig {
  const time = new ManualTime();
  const log: string[] = [];
  const transport = new RowTransport(rowsOfSnapshot(sampleSnapshot(changes)), ['Demo1']);
  transport.auto = auto;
  const attention = createAttention();
  const backend = createPowerShellBackend({
    transport,
    time,
    now: () => time.now(),
    log: (_, text) => log.push(text),
    attention,
  });
  onTestFinished(() => backend.close());
  return {
    backend,
    transport,
    time,
    log,
    attention,
    change: (next) => {
      transport.rows = rowsOfSnapshot(sampleSnapshot(next));
    },
    pass: async (milliseconds) => {
      await turns();
      // In small steps: what is read on the way must not seem to take as long as all of it.
      for (let left = milliseconds; left > 0; left -= step) {
        time.pass(Math.min(step, left));
        await turns();
      }
    },
  };
}

async function connected(made: Rig): Promise<Watcher> {
  const watcher = watch(made.backend);
  const answer = await made.backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  await made.pass(1000);
  return watcher;
}

const isOfNode = (node: string) => (read: PendingRead) => typeof read.lane !== 'string' && read.lane.node === node;
const timesAsked = ({ transport }: Rig, what: string): number =>
  transport.asked.filter((asked) => asked === what).length;
const waitingFor = ({ transport }: Rig, section: string): PendingRead => {
  const found = transport.pending.find((read) => read.section === section);
  if (found === undefined) throw new Error(`Nobody asked for ${section}.`);
  return found;
};

const rowOf = ({ transport }: Rig, section: 'cluster') => transport.rows.cluster[section][0] ?? {};

describe('connecting', () => {
  test('shows the tree as soon as the cheap sections are there, then what is dear and what only nodes know', async () => {
    const made = rig(({ section, lane }) => typeof lane === 'string' && !['owners', 'parameters'].includes(section));
    const watcher = watch(made.backend);
    expect(await made.backend.connect()).toEqual({ ok: true, value: null });
    expect(made.transport.asked.slice(0, 8).sort()).toEqual(
      ['cluster', 'groups', 'interfaces', 'networks', 'nodes', 'quorum', 'resources', 'sharedVolumes'].sort(),
    );
    expect(watcher.updates.slice(0, 2)).toMatchObject([
      { kind: 'connection', connection: { status: 'connecting' } },
      { kind: 'snapshot' },
    ]);
    expect(watcher.connection?.status).toBe('connected');
    expect(watcher.snapshot.roles.map(({ name }) => name)).toContain('SQL-01');
    expect(watcher.snapshot.virtualMachines).toEqual([]);

    made.transport.auto = () => true;
    for (const read of [...made.transport.pending]) if (read.section !== 'watch') read.answer();
    await made.pass(1000);
    expect(watcher.snapshot.virtualMachines.map(({ name }) => name).sort()).toEqual(['SQL-01', 'TEST-01', 'WEB-01']);
    expect(watcher.snapshot.nodes[0]?.memoryTotal).toBeGreaterThan(0);
  });

  test('shows what there is when a cheap section hangs, and the rest as soon as it comes', async () => {
    const made = rig(({ section }) => section !== 'resources');
    const watcher = watch(made.backend);
    const connecting = made.backend.connect();
    await made.pass(5000);
    expect(await connecting).toEqual({ ok: true, value: null });
    expect(watcher.snapshot.roles.length).toBeGreaterThan(3);
    expect(watcher.snapshot.resources).toEqual([]);
    waitingFor(made, 'resources').answer();
    await made.pass(1000);
    expect(watcher.snapshot.resources.length).toBeGreaterThan(3);
  });

  test('fails with the reason when the roles cannot be read, and can be tried again', async () => {
    const made = rig(({ section }) => section !== 'groups');
    const watcher = watch(made.backend);
    const connecting = made.backend.connect();
    await turns();
    waitingFor(made, 'groups').fail('accessDenied', 'Access is denied.');
    expect(await connecting).toMatchObject({
      ok: false,
      error: { kind: 'accessDenied', message: 'Access is denied.' },
    });
    expect(watcher.connection?.status).toBe('lost');
    expect(made.transport.pending).toEqual([]);
    made.transport.auto = () => true;
    expect(await made.backend.connect()).toEqual({ ok: true, value: null });
  });

  test('fails as soon as one thing that is needed cannot be read, and waits for no other', async () => {
    const made = rig(() => false);
    const connecting = made.backend.connect();
    await turns();
    waitingFor(made, 'cluster').fail('agentCrashed', "PowerShell's agent ended with code 1.");
    expect(await connecting).toMatchObject({ ok: false, error: { kind: 'agentCrashed' } });
  });
});

describe('reading again', () => {
  test('tells what changed and nothing else', async () => {
    const made = rig();
    const watcher = await connected(made);
    const before = watcher.updates.length;
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    await made.pass(5000);
    await made.pass(1000);
    const deltas = watcher.updates.slice(before).flatMap((update) => (update.kind === 'delta' ? [update.delta] : []));
    const upserts = deltas.map(({ upserts }) => upserts).filter((one) => Object.keys(one).length > 0);
    expect(upserts).toMatchObject([{ roles: [{ name: 'SQL-01', state: 'Failed' }] }]);
    expect(Object.keys(upserts[0] ?? {})).toEqual(['roles']);
  });

  test('is done every 5 seconds while somebody looks, and every 30 when nobody does', async () => {
    const made = rig();
    const watcher = await connected(made);
    const begun = timesAsked(made, 'nodes');
    for (let read = 0; read < 6; read += 1) await made.pass(5000);
    expect(timesAsked(made, 'nodes') - begun).toBe(6);
    watcher.stop();
    const unwatched = timesAsked(made, 'nodes');
    for (let read = 0; read < 12; read += 1) await made.pass(5000);
    expect(timesAsked(made, 'nodes') - unwatched).toBe(2);
    watch(made.backend);
    await made.pass(5000);
    await made.pass(5000);
    expect(timesAsked(made, 'nodes') - unwatched).toBeGreaterThanOrEqual(3);
  });

  test('is done every 30 seconds while the window cannot be seen, and at once when it can be seen again', async () => {
    const made = rig();
    await connected(made);
    made.attention.tell(false);
    const hidden = timesAsked(made, 'nodes');
    for (let read = 0; read < 12; read += 1) await made.pass(5000);
    expect(timesAsked(made, 'nodes') - hidden).toBe(2);
    await made.pass(10_000);
    made.attention.tell(true);
    await made.pass(step);
    expect(timesAsked(made, 'nodes') - hidden).toBe(3);
  });

  test('rests five times as long as it took', async () => {
    const made = rig();
    await connected(made);
    made.transport.auto = ({ section }) => section !== 'groups';
    while (!made.transport.pending.some(({ section }) => section === 'groups')) await made.pass(step);
    const asked = timesAsked(made, 'groups');
    made.time.spend(4000);
    waitingFor(made, 'groups').answer();
    await turns();
    await made.pass(19_500);
    expect(timesAsked(made, 'groups')).toBe(asked);
    await made.pass(1000);
    expect(timesAsked(made, 'groups')).toBe(asked + 1);
  });

  test('follows a push at once, and only what it is about', async () => {
    const made = rig();
    await connected(made);
    made.transport.push({ what: '', name: '' });
    const before = made.transport.asked.length;
    made.transport.push({ what: 'group', name: 'SQL-01' });
    made.transport.push({ what: 'group', name: 'FS1' });
    await made.pass(200);
    expect(made.transport.asked.slice(before)).toEqual(['groups']);
  });

  test('looks every 2 seconds how far the migration of a role is that is on its way', async () => {
    const made = rig(() => true, { roles: { 'SQL-01': { state: 'Pending' } } });
    await connected(made);
    const before = timesAsked(made, 'migrations');
    await made.pass(2000);
    await made.pass(2000);
    expect(timesAsked(made, 'migrations') - before).toBe(2);
    made.change({});
    await made.pass(2000);
    const after = timesAsked(made, 'migrations');
    await made.pass(2000);
    await made.pass(2000);
    expect(timesAsked(made, 'migrations')).toBe(after);
  });

  test('shows migrations that nobody here started, with how far Windows says they are', async () => {
    const made = rig(({ section }) => section !== 'migrations', { roles: { 'SQL-01': { state: 'Pending' } } });
    const watcher = await connected(made);
    const resource = waitingFor(made, 'migrations').request.args['resources'];
    expect(resource).toEqual(['Virtual Machine SQL-01']);
    const row = (name: string, value: number) => ({
      Owner: 'Virtual Machine SQL-01',
      Kind: 'resource',
      Name: name,
      Value: value,
    });
    waitingFor(made, 'migrations').answerWith([row('MigrationState', 2), row('MigrationProgress', 40)]);
    await made.pass(500);
    expect(watcher.snapshot.operations).toMatchObject([
      {
        target: { kind: 'role', name: 'SQL-01' },
        initiator: 'cluster',
        outcome: 'running',
        progress: { percent: 40, text: 'Copying memory' },
      },
    ]);
    made.change({});
    await made.pass(6000);
    expect(watcher.snapshot.operations).toEqual([]);
  });

  test('of everything gives a full snapshot', async () => {
    const made = rig();
    const watcher = await connected(made);
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    expect(await made.backend.refresh()).toEqual({ ok: true, value: null });
    expect(watcher.updates.filter(({ kind }) => kind === 'snapshot')).toHaveLength(2);
    expect(watcher.snapshot.roles.find(({ name }) => name === 'SQL-01')?.state).toBe('Failed');
  });
});

describe('a node', () => {
  test('that hangs keeps its rows with their age and the reason; the others go on', async () => {
    const made = rig();
    const watcher = await connected(made);
    const machines = watcher.snapshot.virtualMachines;
    made.transport.auto = (read) => !isOfNode('Demo2')(read);
    await made.pass(30_000);
    const hanging = made.transport.pending.find(isOfNode('Demo2'));
    hanging?.fail('timeout', 'There was no answer within 30 seconds, so the agent was ended.');
    await made.pass(1000);
    const reading = (node: string) =>
      watcher.snapshot.readings.find(({ section, ofNode }) => section === 'virtualMachines' && ofNode === node);
    expect(reading('Demo2')).toMatchObject({
      problem: expect.stringContaining('no answer') as string,
      fromNode: 'Demo2',
    });
    expect(reading('Demo2')?.readAt).toBeLessThan(2000);
    expect(reading('Demo1')).toMatchObject({ problem: null });
    expect(watcher.snapshot.virtualMachines).toEqual(machines);
    expect(watcher.connection?.status).toBe('connected');
  });

  test('that hangs again and again is asked less and less often', async () => {
    const made = rig((read) => !isOfNode('Demo2')(read));
    await connected(made);
    const gaps: number[] = [];
    for (let failure = 0; failure < 4; failure += 1) {
      made.transport.pending.find(isOfNode('Demo2'))?.fail('timeout', 'It hangs.');
      await turns();
      const since = made.time.now();
      while (!made.transport.pending.some(isOfNode('Demo2'))) await made.pass(5000);
      gaps.push(made.time.now() - since);
    }
    expect(gaps).toEqual([60_000, 120_000, 240_000, 300_000]);
  });

  test('that is down is not asked, and read at once when it is up again', async () => {
    const made = rig(() => true, { nodes: { Demo2: { state: 'Down' } } });
    const watcher = await connected(made);
    expect(made.transport.asked.filter((asked) => asked.startsWith('Demo2/'))).toEqual([]);
    expect(watcher.snapshot.readings.find(({ ofNode }) => ofNode === 'Demo2')?.problem).toBe('Demo2 is down.');
    made.change({});
    await made.pass(5000);
    expect(made.transport.asked).toContain('Demo2/machines');
    await made.pass(1000);
    expect(watcher.snapshot.readings.find(({ ofNode }) => ofNode === 'Demo2')?.problem).toBeNull();
  });

  test('without Hyper-V is no problem', async () => {
    const made = rig(({ section }) => section !== 'machines' && section !== 'host');
    const watcher = await connected(made);
    for (const section of ['machines', 'host'])
      for (const node of ['Demo1', 'Demo2']) {
        made.transport.pending
          .find((read) => read.section === section && isOfNode(node)(read))
          ?.fail('unsupported', 'There is no Get-VM.');
        await turns();
      }
    await made.pass(1000);
    expect(watcher.snapshot.readings.filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

describe('a connection', () => {
  test('whose node dies is told lost with the reason, goes on at another node, and shows its data all the while', async () => {
    const made = rig();
    const watcher = await connected(made);
    const roles = watcher.snapshot.roles;
    made.transport.auto = ({ seat, section }) => seat !== 'Demo1' && section !== 'groups';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('agentCrashed', "PowerShell's agent ended with code 1.");
      await turns();
    }
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { kind: 'agentCrashed', advice: expect.stringContaining('other nodes') as string },
    });
    expect(watch(made.backend).connection?.status).toBe('lost');
    expect(watcher.snapshot.roles).toBe(roles);
    expect(made.transport.opened).toEqual(['Demo1', 'Demo1']);
    for (const section of ['cluster', 'nodes', 'nodes', 'groups'])
      made.transport.pending.find((read) => read.section === section)?.fail('timeout', 'It hangs.');
    await turns();
    while (made.transport.opened.length < 3) {
      for (const read of [...made.transport.pending]) read.fail('timeout', 'It hangs.');
      await turns();
    }
    expect(made.transport.opened.at(-1)).toBe('Demo2');
    made.transport.auto = () => true;
    for (const read of [...made.transport.pending]) if (read.section !== 'watch') read.answer();
    await made.pass(1000);
    expect(watcher.connection?.status).toBe('connected');
    expect(watcher.snapshot.readings.find(({ section }) => section === 'roles')).toMatchObject({
      fromNode: 'Demo2',
      problem: null,
    });
  });

  test('that is lost for what somebody has to mend says that, and that it is still tried', async () => {
    const made = rig();
    const watcher = await connected(made);
    made.transport.auto = ({ seat, section }) => seat !== 'Demo1' && section !== 'groups';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('accessDenied', 'Access is denied.', 'Ask for the right to read it.');
      await turns();
    }
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { advice: expect.stringMatching(/^Ask for the right to read it\. Regroup goes on trying/) as string },
    });
  });

  test('that was lost goes on at no node of another cluster', async () => {
    const made = rig();
    const watcher = await connected(made);
    const before = watcher.snapshot;
    made.transport.auto = ({ seat, section }) => seat === 'Demo2' && section !== 'cluster';
    await made.pass(5000);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      waitingFor(made, 'nodes').fail('agentCrashed', "PowerShell's agent ended with code 1.");
      await turns();
    }
    made.change({ roles: { 'SQL-01': { state: 'Failed' } } });
    waitingFor(made, 'cluster').fail('timeout', 'It hangs.');
    await turns();
    expect(made.transport.opened.at(-1)).toBe('Demo2');
    waitingFor(made, 'cluster').answerWith([{ ...rowOf(made, 'cluster'), Id: 'another', Name: 'OTHER' }]);
    await made.pass(500);
    expect(watcher.connection).toMatchObject({
      status: 'lost',
      error: { kind: 'refused', message: 'Demo2 belongs to the cluster OTHER now, not to HVCLUSTER.' },
    });
    expect(watcher.snapshot.cluster).toEqual(before.cluster);
    expect(watcher.snapshot.roles).toEqual(before.roles);
  });

  test('is not lost by one agent that dies', async () => {
    const made = rig();
    const watcher = await connected(made);
    made.transport.auto = ({ section }) => section !== 'nodes';
    await made.pass(5000);
    waitingFor(made, 'nodes').fail('agentCrashed', 'It died.');
    await turns();
    waitingFor(made, 'nodes').answer();
    await made.pass(1000);
    expect(watcher.connection?.status).toBe('connected');
    expect(made.transport.opened).toEqual(['Demo1']);
  });

  test('that no node answers is tried again, with longer and longer pauses', async () => {
    const made = rig(() => false);
    const refuse = async (): Promise<void> => {
      for (const read of [...made.transport.pending]) read.fail('notConnected', 'Nobody is there.');
      await turns();
    };
    const watcher = watch(made.backend);
    made.transport.auto = () => true;
    await made.backend.connect();
    await made.pass(1000);
    made.transport.auto = () => false;
    await made.pass(5000);
    const tries: number[] = [];
    let opened = made.transport.opened.length;
    for (let wait = 0; wait < 4000 && tries.length < 7; wait += 1) {
      await refuse();
      if (made.transport.opened.length >= opened + 2) {
        tries.push(made.time.now());
        opened = made.transport.opened.length;
      } else {
        await made.pass(500);
      }
    }
    expect(watcher.connection?.status).toBe('lost');
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(gaps.every((gap, index) => index === 0 || gap >= (gaps[index - 1] ?? 0))).toBe(true);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
    expect(await made.backend.refresh()).toMatchObject({ ok: false, error: { kind: 'notConnected' } });
    expect(await made.backend.query('destinations', { role: 'SQL-01', kind: 'move' })).toMatchObject({ ok: true });
  });
});

describe('destinations', () => {
  test('are the nodes with what speaks against each, as far as the cluster tells', async () => {
    const made = rig(() => true, { nodes: { Demo3: { state: 'Paused', nodeNumber: 3 } } });
    await connected(made);
    const answer = await made.backend.query('destinations', { role: 'sql-01', kind: 'live' });
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { node: 'Demo1', excluded: 'SQL-01 is already on Demo1.', best: false },
        { node: 'Demo2', excluded: null, best: true, predicted: null, warning: null },
        { node: 'Demo3', excluded: expect.stringContaining('paused') as string, best: false },
      ],
    });
    expect(await made.backend.query('destinations', { role: 'FS1', kind: 'live' })).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ node: 'Demo1', excluded: 'FS1 is not a virtual machine.' }),
      ]) as unknown,
    });
    expect(await made.backend.query('destinations', { role: 'nobody', kind: 'move' })).toEqual({ ok: true, value: [] });
  });
});

describe('commands', () => {
  test('are checked, and refused as not supported yet', async () => {
    const made = rig();
    await connected(made);
    const execute = (input: { role: string }) => made.backend.execute({ command: 'role.takeOffline', input });
    expect(await execute({ role: 'FS1' })).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
    expect(await execute({ role: 'nobody' })).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  });
});

test('commands need a second hop where agents run on a node, and none where they run here and name the node', () => {
  expect(rig().backend.capabilities.secondHop).toBe(true);
  const here: ClusterTransport = { namesNodes: true, seats: () => [], open: () => expect.fail('Nothing is opened.') };
  const local = createPowerShellBackend({
    transport: here,
    time: new ManualTime(),
    now: () => 0,
    log: () => undefined,
  });
  expect(local.capabilities.secondHop).toBe(false);
});
