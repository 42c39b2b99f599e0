import { expect, onTestFinished, test } from 'vitest';
import { commandSamples } from '../../../tests/support/command-samples';
import { ManualTime } from '../../../tests/support/manual-time';
import { RowTransport, type PendingRead } from '../../../tests/support/row-transport';
import { rowsOfSnapshot } from '../../../tests/support/rows-of-snapshot';
import { sampleSnapshot, type SampleChanges } from '../../../tests/support/sample-snapshot';
import { commandOf, isCommandName } from '#shared/commands/catalogue';
import { clusterView, type ClusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { checkCommand } from '../check-command';
import type { CommandRequest } from '../cluster-backend';
import { presentSnapshot } from '../present-snapshot';
import { createPowerShellBackend, type PowerShellBackend } from './powershell-backend';

const cheap = ['cluster', 'groups', 'interfaces', 'networks', 'nodes', 'quorum', 'resources', 'sharedVolumes'];

interface Rig {
  readonly backend: PowerShellBackend;
  readonly transport: RowTransport;
  readonly time: ManualTime;
}

async function connected(
  changes: SampleChanges = {},
  options: { readonly onDemand?: boolean; readonly auto?: (read: PendingRead) => boolean } = {},
): Promise<Rig> {
  const { onDemand = true, auto = () => true } = options;
  const time = new ManualTime();
  const transport = new RowTransport(rowsOfSnapshot(sampleSnapshot(changes)), ['Demo1']);
  transport.auto = auto;
  const backend = createPowerShellBackend({ transport, time, now: () => 0, log: () => undefined, onDemand });
  onTestFinished(() => backend.close());
  const answer = await backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  return { backend, transport, time };
}

/** What is asked for on top of the cheap sections, with the names that it is asked for. */
async function askedFor(rig: Rig, request: CommandRequest): Promise<readonly string[]> {
  const { backend, transport } = rig;
  const before = transport.asked.length;
  const pending: PendingRead[] = [];
  const { auto } = transport;
  transport.auto = (read) => {
    pending.push(read);
    return auto(read);
  };
  expect(await backend.readFor(request)).toEqual({ ok: true, value: null });
  return transport.asked.slice(before).map((asked, place) => {
    const { groups, resources } = pending[place]?.request.args ?? {};
    const names = [groups, resources].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
    return names.length === 0 ? asked : `${asked}: ${names.join(', ')}`;
  });
}

function viewOf(backend: PowerShellBackend): ClusterView {
  const snapshot = presentSnapshot(backend);
  if (snapshot === undefined) throw new Error('Nothing was read.');
  return clusterView(snapshot);
}

test('connecting reads the cheap sections and nothing else', async () => {
  const { transport, time } = await connected();
  time.pass(500);
  expect(transport.asked.filter((asked) => asked !== 'watch').sort()).toEqual(cheap);
});

test('a live migration reads where the machine is, the memory of the node that was named, and who may own it', async () => {
  const rig = await connected();
  const request = { command: 'role.liveMigrate', input: { role: 'SQL-01', destination: 'Demo2' } };
  expect([...(await askedFor(rig, request))].sort()).toEqual([
    'Demo1/machines',
    'Demo2/host',
    'owners: Virtual Machine Configuration SQL-01, Virtual Machine SQL-01',
    'parameters',
  ]);
});

test('what looks at no detail reads none', async () => {
  const rig = await connected();
  expect(
    await askedFor(rig, { command: 'cluster.setProperty', input: { property: 'SameSubnetThreshold', value: 20 } }),
  ).toEqual([]);
  expect(await askedFor(rig, { command: 'node.pause', input: { node: 'Demo1', drain: false } })).toEqual([]);
  expect(await askedFor(rig, { command: 'node.fly', input: {} })).toEqual([]);
});

test('a machine that is not clustered is looked for on every node, a clustered one where its role is', async () => {
  const rig = await connected();
  const ofMachines = async (vm: string): Promise<readonly string[]> =>
    (await askedFor(rig, { command: 'vm.turnOff', input: { vm } })).filter((asked) => asked.endsWith('/machines'));
  expect(await ofMachines('SQL-01')).toEqual(['Demo1/machines']);
  expect([...(await ofMachines('NOBODY'))].sort()).toEqual(['Demo1/machines', 'Demo2/machines']);
  expect(await ofMachines('TEST-01')).toEqual([]);
  expect(viewOf(rig.backend).virtualMachine('TEST-01')?.state).toBe('Off');
});

test('the machine of a role with another name is found by the private properties of its resource', async () => {
  const rig = await connected({ virtualMachines: { 'SQL-01': { name: 'PAYROLL' } } });
  await askedFor(rig, { command: 'role.liveMigrate', input: { role: 'SQL-01' } });
  expect(viewOf(rig.backend).machineOf('SQL-01')?.name).toBe('PAYROLL');
});

test('of several nodes those that do not answer are not waited for', async () => {
  const isHanging = ({ lane }: PendingRead): boolean => typeof lane !== 'string' && lane.node === 'Demo2';
  const rig = await connected({}, { auto: (read) => !isHanging(read) });
  const reading = askedFor(rig, { command: 'vm.turnOff', input: { vm: 'TEST-01' } });
  await expect.poll(() => rig.transport.pending.some(isHanging)).toBe(true);
  rig.time.pass(15_000);
  await reading;
  expect(viewOf(rig.backend).virtualMachine('TEST-01')).toBeDefined();
  const machines = viewOf(rig.backend).snapshot.readings.filter(({ section }) => section === 'virtualMachines');
  expect(machines).toMatchObject([
    { ofNode: 'Demo1', problem: null },
    { ofNode: 'Demo2', problem: 'Demo2 did not answer in 15 seconds.' },
  ]);
});

test('nothing waits any more when the cluster is closed: a command line ends with its answer', async () => {
  const { backend, time } = await connected();
  await backend.readFor({ command: 'vm.turnOff', input: { vm: 'NOBODY' } });
  await backend.close();
  expect(time.waiting).toBe(0);
});

/** Details that speak against commands. Where hosts are compared by their memory, it is left to the cluster. */
const detailed: SampleChanges = {
  nodes: { Demo1: { memoryAvailable: null }, Demo2: { memoryAvailable: null } },
  roles: { FS1: { preferredOwners: ['Demo1'] } },
  resources: { 'Virtual Machine SQL-01': { possibleOwners: ['Demo1'] } },
};

const requests = Object.entries(commandSamples).flatMap(([command, inputs]) =>
  inputs.map((input): CommandRequest => ({ command, input: { ...input } })),
);

test.each(requests)('is checked and written as with the whole cluster: $command $input', async (request) => {
  const whole = await connected(detailed, { onDemand: false });
  await whole.backend.refresh();
  const some = await connected(detailed);
  await some.backend.readFor(request);
  const [expected, found] = [whole, some].map(({ backend }) => {
    const view = viewOf(backend);
    const checked = checkCommand(request, view);
    if (!checked.ok || !isCommandName(checked.value.command)) return checked;
    const definition = commandOf(checked.value.command);
    return {
      check: definition.check(checked.value.input, view),
      script: definition.script(checked.value.input, view),
      target: definition.targetOf(checked.value.input, view),
    };
  });
  expect(found).toEqual(expected);
});

test('everything is read when everything is asked for', async () => {
  const parts = ({ nodes, roles, resources, virtualMachines, disks, networks, quorum }: ClusterSnapshot) => ({
    ...{ nodes, roles, resources, virtualMachines, disks, networks, quorum },
  });
  const [whole, some] = [await connected({}, { onDemand: false }), await connected()];
  for (const { backend } of [whole, some]) expect(await backend.refresh()).toEqual({ ok: true, value: null });
  expect(parts(viewOf(some.backend).snapshot)).toEqual(parts(viewOf(whole.backend).snapshot));
});
