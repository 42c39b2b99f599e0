import { describe, expect, it } from 'vitest';
import { loadScenario } from './load-scenario';
import { formatProblem } from './scenario-problem';

const machines = (count: number): string =>
  Array.from(
    { length: count },
    (_, place) => `  - {name: VM${place + 1}, type: virtualMachine, owner: A, memory: 1GB}\n`,
  ).join('');

/** What is wrong with a scenario of guest clusters; `before` comes ahead of them and of the machines VM1, VM2 and VM3. */
function problemsOf(guests: string, before = '', count = 3): readonly string[] {
  return problemsWith(`${before}\nroles:\n${machines(count)}`, guests);
}

function problemsWith(before: string, guests: string): readonly string[] {
  const text = `schema: regroup/scenario/1\ntitle: T\ncluster: {name: C}\nnodes: [{name: A}]\n${before}\nguestClusters:\n${guests}`;
  const result = loadScenario(text, 'f');
  return result.ok ? [] : result.error.map((problem) => formatProblem(problem).replace(/^f:\d+:\d+: /, ''));
}

const app = (more: string): string => `  - {name: G, nodes: [VM1, VM2], ${more}}`;

describe('Scenario files: guest clusters of a scenario', () => {
  it('take a LUN of their own, or a disk of the file', () => {
    expect(problemsOf(app('disk: GuestLUN, roles: [{name: App, type: genericService, owner: VM1}]'))).toEqual([]);
    expect(problemsOf(app('disk: L'), 'disks: [{name: L, size: 1GB, use: role}]')).toEqual([]);
  });

  it('have each machine once', () => {
    expect(problemsOf('  - {name: G, nodes: [VM1, VM2]}\n  - {name: H, nodes: [vm2, VM3]}')).toEqual([
      'expected a machine that is not a node of "G" already, found "VM2"',
    ]);
    expect(problemsOf('  - {name: G, nodes: [VM1, VM9]}')).toEqual([
      'expected the name of a virtual machine, found "VM9"; did you mean "VM1"?',
    ]);
  });

  it('share their disk with nobody, over iSCSI', () => {
    expect(problemsOf(app('disk: L'), 'disks: [{name: L, size: 1GB, use: role, bus: FC}]')).toEqual([
      'expected a disk with the bus iSCSI, the only one that guests can share, found "L" with the bus FC',
    ]);
    expect(problemsOf(app('disk: L'), 'disks: [{name: L, size: 1GB, use: csv}]')).toEqual([
      'expected a disk with the use role or available, found "L" with the use csv',
    ]);
    expect(problemsOf('  - {name: G, nodes: [VM1], disk: L}\n  - {name: H, nodes: [VM2], disk: L}')).toEqual([
      'expected a disk that "G" does not share, found "L"',
    ]);
    expect(problemsOf(app('disk: L'), 'networks: [{name: P, subnet: 10.0.0.0/24, role: clusterAndClient}]')).toEqual([
      'expected a disk that guests reach over iSCSI: a network with the role none for it, found none',
    ]);
  });

  it('have roles on their own machines, those that are online on ones that run', () => {
    const role = (more: string): string => app(`roles: [{name: App, ${more}}]`);
    expect(problemsOf(role('type: genericService, owner: VM3'))).toEqual([
      'expected a node of the guest cluster "G", found "VM3"',
    ]);
    expect(problemsOf(role('type: virtualMachine, owner: VM1'))).toEqual([
      'expected a type of role that guests can have, found virtualMachine',
    ]);
    const off = 'roles:\n  - {name: VM1, type: virtualMachine, owner: A, state: offline}';
    expect(
      problemsWith(off, '  - {name: G, nodes: [VM1], roles: [{name: App, type: genericService, owner: VM1}]}'),
    ).toEqual(['expected a machine that runs, for the role is online, found "VM1"']);
  });

  it('have at most 8 nodes with Windows Server 2003, else as many as a cluster', () => {
    const names = Array.from({ length: 9 }, (_, place) => `VM${place + 1}`).join(', ');
    expect(problemsOf(`  - {name: G, nodes: [${names}]}`, '', 9)).toEqual([]);
    expect(problemsOf(`  - {name: G, release: 2003, nodes: [${names}]}`, '', 9)).toEqual([
      'expected at most 8 nodes of a guest cluster (the limit of Windows Server 2003), found 9',
    ]);
  });

  it('are named in the story: their machines as destinations and as nodes that log', () => {
    const story = (line: string): readonly string[] =>
      problemsOf(`${app('roles: [{name: App, type: genericService, owner: VM1}]')}\n${line}`);
    expect(story('timeline: [{at: 1s, command: role.move, role: App, destination: vm2}]')).toEqual([]);
    expect(story('timeline: [{at: 1s, command: role.move, role: App, destination: A}]')).toEqual([
      expect.stringContaining('expected the name of a node of a guest cluster, found "A"'),
    ]);
    expect(story('expect: [{at: 1s, event: 1135, node: VM2, count: 0}]')).toEqual([]);
    expect(story('expect: [{at: 1s, event: 1135, node: VM3, count: 0}]')).toHaveLength(1);
  });
});
