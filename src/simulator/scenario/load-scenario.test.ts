import { describe, expect, it } from 'vitest';
import { loadScenario } from './load-scenario';
import type { Scenario } from './scenario';
import { formatProblem } from './scenario-problem';

/** A scenario with two nodes; `more` follows from line 6 on. */
const base = (more: string, cluster = '{name: C}', nodes = '[{name: Demo1}, {name: Demo2}]'): string =>
  `schema: regroup/scenario/1
title: Test
cluster: ${cluster}
nodes: ${nodes}
# what follows is the test's own
${more}`;

const problemsOf = (text: string): readonly string[] => {
  const result = loadScenario(text, 'f');
  return result.ok ? [] : result.error.map(formatProblem);
};

/** Where a word stands in a text for the last time. */
const placeOf = (word: string, text: string): string => {
  const lines = text.slice(0, text.lastIndexOf(word)).split('\n');
  return `f:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

const load = (text: string): Scenario => {
  const result = loadScenario(text, 'f');
  if (!result.ok) throw new Error(result.error.map(formatProblem).join('\n'));
  return result.value;
};

const csv = 'disks: [{name: CSV1, size: 500GB, use: csv}]';

describe('Scenario files: defaults', () => {
  const scenario = load(base(`${csv}\nroles:\n  - {name: VM1, type: virtualMachine, owner: Demo1, disks: [CSV1]}`));

  it('has the three networks of the specification', () => {
    expect(scenario.networks).toEqual([
      {
        name: 'Public',
        subnet: '192.168.100.0/24',
        role: 'clusterAndClient',
        bandwidth: 1e9,
        liveMigration: 2,
        latency: 0.2,
      },
      { name: 'Private', subnet: '10.10.10.0/24', role: 'cluster', bandwidth: 1e9, liveMigration: 1, latency: 0.2 },
      { name: 'iSCSI', subnet: '172.30.100.0/24', role: 'none', bandwidth: 1e9, liveMigration: null, latency: 0.2 },
    ]);
  });

  it('is Windows Server 2022 with seed 1, without an end, with a plain majority of nodes', () => {
    expect(scenario).toMatchObject({ release: '2022', seed: 1, until: null, storage: null, description: null });
    expect(scenario.cluster).toEqual({
      name: 'C',
      domain: null,
      address: null,
      formed: true,
      settings: {},
      quorum: { mode: 'nodeMajority', witness: null, dynamic: null, lowerPriorityNode: null },
    });
  });

  it('gives each node 64 GB, of which the host keeps 2, and an address by order on every network', () => {
    expect(scenario.nodes[1]).toEqual({
      name: 'Demo2',
      memory: 68_719_476_736,
      hostReserve: 2_147_483_648,
      cpu: {
        vendor: 'Intel',
        model: 'Xeon E5',
        logicalProcessors: 16,
        is64Bit: true,
        virtualization: true,
        executionPrevention: true,
      },
      site: null,
      vote: 1,
      state: 'up',
      osBuild: '20348.2700',
      interfaces: [
        { network: 'Public', address: '192.168.100.12' },
        { network: 'Private', address: '10.10.10.12' },
        { network: 'iSCSI', address: '172.30.100.12' },
      ],
    });
  });

  it('gives a virtual machine 4 GB, all of it used, of which a tenth is its working set', () => {
    expect(scenario.roles[0]).toMatchObject({
      owner: 'Demo1',
      state: 'online',
      partOf: null,
      priority: 'medium',
      failback: { kind: 'prevent' },
      failover: { threshold: null, period: null },
      restart: { threshold: null, period: null, delay: null, retryAfter: null },
      machine: {
        memory: 4_294_967_296,
        usedMemory: 4_294_967_296,
        processors: 2,
        dirtyRate: 10_485_760,
        workingSet: 429_496_729,
        bootTime: 20_000,
        offlineAction: 'save',
        cpuCompatibility: false,
        heartbeatCheck: true,
      },
    });
    expect(scenario.virtualMachines).toEqual([]);
  });

  it('gives a disk 128 MB/s and persistent reservations', () => {
    expect(scenario.disks[0]).toEqual({
      name: 'CSV1',
      size: 536_870_912_000,
      device: null,
      use: 'csv',
      owner: null,
      throughput: 134_217_728,
      persistentReservations: true,
      bus: 'iSCSI',
    });
  });

  it('connects every node with every storage server, with roundRobin', () => {
    const { storage } = load(
      base(`storage:
  servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}, {name: S2}]
  devices: [{name: HA1, size: 1GB, mirrors: [{server: s1}, {server: S2}]}]`),
    );
    expect(storage).toEqual({
      mpio: 'roundRobin',
      servers: [
        { name: 'S1', interfaces: [{ network: 'iSCSI', address: '172.30.100.1' }] },
        { name: 'S2', interfaces: [{ network: 'iSCSI', address: '172.30.100.13' }] },
      ],
      devices: [
        {
          name: 'HA1',
          size: 1_073_741_824,
          synchronized: true,
          syncRate: 104_857_600,
          mirrors: [
            { server: 'S1', target: 'HA1', priority: 'primary' },
            { server: 'S2', target: 'HA1Partner', priority: 'secondary' },
          ],
        },
      ],
      sessions: [
        { node: 'Demo1', server: 'S1' },
        { node: 'Demo1', server: 'S2' },
        { node: 'Demo2', server: 'S1' },
        { node: 'Demo2', server: 'S2' },
      ],
    });
  });
});

describe('Scenario files: values', () => {
  it('reads releases quoted or not', () => {
    expect(load(base('release: 2008R2')).release).toBe('2008R2');
    expect(load(base('release: 2012')).release).toBe('2012');
    expect(load(base("release: '2016'")).release).toBe('2016');
  });

  it('reads durations, sizes and rates with their units or as numbers', () => {
    const { cluster, networks, roles } = load(
      base(
        `networks: [{name: N, subnet: 10.0.0.0/8, bandwidth: 128MB/s, latency: 40ms}]
roles: [{name: V, type: virtualMachine, owner: Demo1, memory: 1073741824, dirtyRate: 0, workingSet: 64MB}]`,
        '{name: C, settings: {regroup: 8s, sameSubnetDelay: 500, migrationStopAt: 256KB, dynamicQuorum: false, linkEfficiency: 0.5}}',
      ),
    );
    expect(cluster.settings).toEqual({
      regroup: 8000,
      sameSubnetDelay: 500,
      migrationStopAt: 262_144,
      dynamicQuorum: false,
      linkEfficiency: 0.5,
    });
    expect(networks[0]).toMatchObject({ bandwidth: 1_073_741_824, latency: 40, liveMigration: null });
    expect(roles[0]?.machine).toMatchObject({ memory: 1_073_741_824, dirtyRate: 0, workingSet: 67_108_864 });
  });

  it('takes names without case and keeps the case they were declared in', () => {
    const scenario = load(
      base(
        `${csv}
roles: [{name: VM1, type: virtualMachine, owner: DEMO1, disks: [csv1], preferredOwners: [demo2], resources: [{name: X, type: Generic Service, dependsOn: '[virtual machine vm1]'}]}]
timeline: [{at: 1s, command: role.liveMigrate, role: vm1, destination: demo2, as: First}]
expect: [{at: end, role: vM1, ownerNode: demo2}, {at: 2s, operation: FIRST, outcome: succeeded}]`,
        '{name: C, quorum: {lowerPriorityNode: demo2}}',
      ),
    );
    expect(scenario.roles[0]).toMatchObject({ owner: 'Demo1', disks: ['CSV1'], preferredOwners: ['Demo2'] });
    expect(scenario.roles[0]?.resources[0]?.dependsOn).toEqual({ kind: 'resource', name: 'Virtual Machine VM1' });
    expect(scenario.cluster.quorum.lowerPriorityNode).toBe('Demo2');
    expect(scenario.timeline[0]?.action).toEqual({
      kind: 'command',
      command: 'role.liveMigrate',
      input: { role: 'VM1', destination: 'Demo2' },
    });
    expect(scenario.expectations.map(({ fact }) => fact)).toEqual([
      { kind: 'object', object: 'role', name: ['VM1'], properties: { ownerNode: 'demo2' } },
      {
        kind: 'operation',
        label: 'First',
        downtimeBelow: null,
        totalBelow: null,
        properties: { outcome: 'succeeded' },
      },
    ]);
  });

  it('reads units in the inputs of commands and faults', () => {
    const { timeline } = load(
      base(`roles: [{name: R, type: genericService, owner: Demo1}]
${csv}
timeline:
  - {at: 1s, command: role.setFailover, role: R, failover: {threshold: 2, period: 6h}}
  - {at: 1s, command: vm.create, node: Demo1, name: V9, memory: 4GB, processors: 2, disk: CSV1}
  - {at: 1s, command: cluster.setProperty, property: sameSubnetDelay, value: 2s}
  - {at: 1s, fault: network.degrade, network: Private, bandwidth: 100Mbps, latency: 40ms, loss: 5%}
  - {at: 1s, command: role.setFailback, role: R, failback: {from: 22, to: 5}}`),
    );
    expect(timeline.map(({ action }) => (action.kind === 'command' ? action.input : action.fault))).toEqual([
      { role: 'R', failover: { threshold: 2, period: 21_600_000 } },
      { node: 'Demo1', name: 'V9', memory: 4_294_967_296, processors: 2, disk: 'CSV1' },
      { property: 'sameSubnetDelay', value: 2000 },
      { fault: 'network.degrade', network: 'Private', bandwidth: 100_000_000, latency: 40, loss: 0.05 },
      { role: 'R', failback: { from: 22, to: 5 } },
    ]);
  });

  it('sorts the timeline by time and keeps the order written at equal times', () => {
    const { timeline } = load(
      base(`timeline:
  - {at: 5s, fault: node.crash, node: Demo2}
  - {at: 1s, command: node.pause, node: Demo1, drain: false, as: b}
  - {at: 5s, fault: node.powerOn, node: Demo2}
  - {at: 1s, command: node.resume, node: Demo1, failback: none, as: a}`),
    );
    expect(
      timeline.map(({ at, label, action }) => [at, label ?? (action.kind === 'fault' && action.fault.fault)]),
    ).toEqual([
      [1000, 'b'],
      [1000, 'a'],
      [5000, 'node.crash'],
      [5000, 'node.powerOn'],
    ]);
  });

  it('knows what commands create, and every resource that a role gets', () => {
    const text = base(`${csv}
roles:
  - {name: FS, type: fileServer, owner: Demo1, address: 192.168.100.60}
  - {name: VM1, type: virtualMachine, owner: Demo1, clustered: false}
timeline:
  - {at: 1s, command: role.createVirtualMachine, vm: vm1}
  - {at: 2s, command: role.bringOnline, role: VM1}
  - {at: 2s, command: role.create, type: genericService, name: Svc, service: svc}
  - {at: 3s, command: resource.takeOffline, resource: Svc}
  - {at: 4s, command: network.rename, network: Public, name: Front}
expect:
  - {at: end, resource: FS Network Name, state: Online}
  - {at: end, resource: IP Address 192.168.100.60, state: Online}
  - {at: end, resource: Virtual Machine VM1, state: Online}
  - {at: end, resource: Virtual Machine Configuration VM1, state: Online}
  - {at: end, resource: Cluster Name, state: Online}
  - {at: end, role: Cluster Group, state: Online}
  - {at: end, role: Available Storage, state: Online}
  - {at: end, network: Front, state: Up}
  - {at: end, virtualMachine: VM1, state: Running}
  - {at: end, event: 1127, subject: Demo1 - Public}`);
    expect(problemsOf(text)).toEqual([]);
    expect(load(text).virtualMachines).toMatchObject([{ name: 'VM1', host: 'Demo1', state: 'online' }]);
  });

  it('puts machines that share a LUN into one role', () => {
    const scenario = load(
      base(`disks: [{name: L, size: 9GB, use: role}]
roles:
  - {name: VM1, type: virtualMachine, owner: Demo1, disks: [L]}
  - {name: VM2, type: virtualMachine, owner: Demo1, disks: [L]}
timeline: [{at: 1s, command: role.quickMigrate, role: VM2}]
expect: [{at: end, role: VM2, state: Online}]`),
    );
    expect(scenario.roles.map(({ name, partOf }) => [name, partOf])).toEqual([
      ['VM1', null],
      ['VM2', 'VM1'],
    ]);
    expect(scenario.timeline[0]?.action).toMatchObject({ input: { role: 'VM1' } });
    expect(scenario.expectations[0]?.fact).toMatchObject({ name: ['VM1'] });
  });

  it('lets nodes stand in different subnets of a network and share an address, for validation and stretched clusters', () => {
    const nodes =
      '[{name: Demo1, nics: {Public: 192.168.100.11}}, {name: Demo2, nics: {Public: 192.168.200.11}}, {name: D3, nics: {Public: 192.168.100.11}}]';
    expect(problemsOf(base('', '{name: C}', nodes))).toEqual([]);
  });

  it('gives a node the adapter that its session with a storage server needs', () => {
    const nodes = '[{name: A, nics: {Public: 192.168.100.11}}, {name: B, nics: {Public: 192.168.100.12}}]';
    const scenario = load(
      base('storage: {servers: [{name: S1}], sessions: [{node: A, server: S1}]}', '{name: C}', nodes),
    );
    expect(scenario.nodes.map(({ interfaces }) => interfaces.map(({ network }) => network))).toEqual([
      ['Public', 'iSCSI'],
      ['Public'],
    ]);
  });

  it('takes names as odd as clusters can have them', () => {
    const odd = ['$(calc)', 'O\'Hara "x"', 'a\nb\u202e', '<b>é</b> 😀', 'x'.repeat(300)];
    const nodes = JSON.stringify(odd.map((name) => ({ name })));
    expect(load(base('', '{name: C}', nodes)).nodes.map(({ name }) => name)).toEqual(odd);
  });

  it('follows anchors and aliases', () => {
    const scenario = load(
      base(
        'roles:\n  - &m {name: V1, type: genericService, owner: &o Demo1}\n  - {name: V2, type: genericService, owner: *o}',
      ),
    );
    expect(scenario.roles.map(({ owner }) => owner)).toEqual(['Demo1', 'Demo1']);
  });
});

describe('Scenario files: what is wrong, where, and what was meant', () => {
  it.each<[string, string, string, string]>([
    [
      'a misspelt field of the file',
      base('timelime: []'),
      'timelime',
      'expected one of the fields schema, title, description, release, seed, cluster, nodes, networks, storage, disks, roles, guestClusters, timeline, until, expect, found "timelime"; did you mean "timeline"?',
    ],
    [
      'a misspelt field of a node',
      base('', '{name: C}', '[{name: A, memroy: 1GB}]'),
      'memroy',
      'expected one of the fields name, memory, cpu, site, vote, state, osBuild, hostReserve, nics, found "memroy"; did you mean "memory"?',
    ],
    [
      'a misspelt word',
      base('release: 2021'),
      '2021',
      'expected one of 2008, 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025, found 2021; did you mean "2012"?',
    ],
    [
      'a misspelt quorum mode',
      base('', '{name: C, quorum: {mode: nodeMajorty}}'),
      'nodeMajorty',
      'expected one of nodeMajority, nodeAndDiskMajority, nodeAndFileShareMajority, nodeAndCloudMajority, diskOnly, found "nodeMajorty"; did you mean "nodeMajority"?',
    ],
    [
      'a misspelt command',
      base('timeline: [{at: 1s, command: role.livemigrate, role: V}]'),
      'role.livemigrate',
      'expected the name of a command, found "role.livemigrate"; did you mean "role.liveMigrate"?',
    ],
    [
      'a misspelt fault',
      base('timeline: [{at: 1s, fault: node.crush, node: Demo1}]'),
      'node.crush',
      'expected the name of a fault, found "node.crush"; did you mean "node.crash"?',
    ],
    [
      'a misspelt setting',
      base('', '{name: C, settings: {sameSubnetDely: 1s}}'),
      'sameSubnetDely',
      'expected one of the fields ',
    ],
    [
      'a misspelt node',
      base('timeline: [{at: 1s, fault: node.crash, node: Dmeo2}]'),
      'Dmeo2',
      'expected the name of a node, found "Dmeo2"; did you mean "Demo2"?',
    ],
    [
      'a misspelt node in a list',
      base('timeline: [{at: 1s, fault: network.partition, groups: [[Demo1], [Demo3]]}]'),
      'Demo3',
      'expected the name of a node, found "Demo3"; did you mean "Demo1"?',
    ],
    [
      'a misspelt owner',
      base('roles: [{name: R, type: genericService, owner: Demo}]'),
      'Demo}',
      'expected the name of a node, found "Demo"; did you mean "Demo1"?',
    ],
    [
      'a misspelt network of a node',
      base('', '{name: C}', '[{name: A, nics: {Publik: 10.0.0.1}}]'),
      'Publik',
      'expected the name of a network, found "Publik"; did you mean "Public"?',
    ],
    [
      'a misspelt disk',
      base(`${csv}\nroles: [{name: R, type: virtualMachine, owner: Demo1, disks: [CSV2]}]`),
      'CSV2',
      'expected the name of a disk, found "CSV2"; did you mean "CSV1"?',
    ],
    [
      'a misspelt property',
      base('expect: [{at: end, node: Demo1, staet: Up}]'),
      'staet',
      'expected one of the fields at, node, id, name, ',
    ],
    [
      'a misspelt kind',
      base('expect: [{at: end, nod: Demo1, state: Up}]'),
      'nod:',
      'expected one of the fields not, event, operation, networkInterface, network, virtualMachine, resource, disk, cluster, node, role, found "nod"; did you mean "not"?',
    ],
    [
      'a misspelt role inside not',
      base('roles: [{name: VM1, type: other, owner: Demo1}]\nexpect: [{at: end, not: {role: VM2, state: Failed}}]'),
      'VM2',
      'expected the name of a role, found "VM2"; did you mean "VM1"?',
    ],
    [
      'a misspelt label',
      base(
        'timeline: [{at: 1s, command: node.pause, node: Demo1, drain: true, as: first}]\nexpect: [{at: end, operation: frist, outcome: succeeded}]',
      ),
      'frist',
      'expected the name of an operation, found "frist"; did you mean "first"?',
    ],
    [
      'a misspelt subject',
      base('expect: [{at: end, event: 1135, subject: Demo22}]'),
      'Demo22',
      'expected the name of an object, found "Demo22"; did you mean "Demo2"?',
    ],
    [
      'a misspelt provider',
      base(
        'roles: [{name: R, type: genericService, owner: Demo1, resources: [{name: X, type: Other, dependsOn: "R and Z1"}, {name: Z, type: Other}]}]',
      ),
      '"R and',
      'expected another resource of the role "R", found "Z1"',
    ],
    [
      'a missing field',
      base('disks: [{name: D, use: csv}]'),
      '{name: D',
      'expected the field "size" (a size such as 512MB, 64GB or 2TB), found none',
    ],
    [
      'a missing title',
      'schema: regroup/scenario/1\ncluster: {name: C}\nnodes: [{name: A}]',
      'schema',
      'expected the field "title" (a title), found none',
    ],
    [
      'no schema',
      '# comment\ntitle: T\ncluster: {name: C}\nnodes: [{name: A}]',
      'title',
      'expected the field "schema" (regroup/scenario/1), found none',
    ],
    [
      'another schema',
      'schema: regroup/scenario/2\ntitle: T\ncluster: {name: C}\nnodes: [{name: A}]',
      'regroup/scenario/2',
      'expected regroup/scenario/1, found "regroup/scenario/2"; did you mean "regroup/scenario/1"?',
    ],
    ['no nodes', base('', '{name: C}', '[]'), '[]', 'expected at least one node, found an empty list'],
    ['a text for a list', base('', '{name: C}', 'Demo1'), 'Demo1', 'expected a list, found "Demo1"'],
    ['a number for a text', base('', '{name: 5}'), '5', 'expected a name, found 5'],
    ['nothing for a text', base('description: # none'), '# none', 'expected a text, found nothing'],
    [
      'a size without a unit that counts',
      base('disks: [{name: D, size: 5G, use: csv}]'),
      '5G',
      'expected a size such as 512MB, 64GB or 2TB, found "5G"',
    ],
    ['a negative duration', base('until: -5s'), '-5s', 'expected a duration such as 500ms, 10s, 2m or 6h, found "-5s"'],
    [
      'a fraction of a millisecond',
      base('until: 0.5ms'),
      '0.5ms',
      'expected a duration such as 500ms, 10s, 2m or 6h, found "0.5ms"',
    ],
    ['a vote of two', base('', '{name: C}', '[{name: A, vote: 2}]'), '2}', 'expected 0 or 1, found 2'],
    [
      'an hour of 25',
      base('roles: [{name: R, type: other, owner: Demo1, failback: {from: 25, to: 5}}]'),
      '25',
      'expected an hour from 0 to 23, found 25',
    ],
    [
      'a word for a flag',
      base('timeline: [{at: 1s, command: node.pause, node: Demo1, drain: yes}]'),
      'yes',
      'expected true or false, found "yes"',
    ],
    [
      'an address with 256',
      base('', '{name: C, address: 192.168.100.256}'),
      '192.168.100.256',
      'expected an IPv4 address such as 192.168.100.11, found "192.168.100.256"',
    ],
    [
      'a time that is none',
      base('expect: [{at: later, node: Demo1, state: Up}]'),
      'later',
      'expected a time such as 120s, or end, found "later"',
    ],
    [
      'a command and a fault',
      base('timeline: [{at: 1s, command: cluster.start, fault: witness.fail}]'),
      'witness.fail',
      'expected no fault beside a command, found "witness.fail"',
    ],
    [
      'a label of a fault',
      base('timeline: [{at: 1s, as: x, fault: node.crash, node: Demo1}]'),
      'as:',
      'expected one of the fields at, fault, node, found "as"; did you mean "at"?',
    ],
    [
      'an expression that is none',
      base('roles: [{name: R, type: other, owner: Demo1, resources: [{name: X, type: Other, dependsOn: "R and"}]}]'),
      '"R and"',
      'expected resources joined by and, or and parentheses, found "R and"',
    ],
    [
      'a field of machines in another role',
      base('roles: [{name: R, type: fileServer, owner: Demo1, memory: 4GB}]'),
      'memory',
      'expected a field of a role of the type fileServer, found "memory", which only virtual machines have',
    ],
    [
      'a node used twice',
      base('', '{name: C}', '[{name: Demo1}, {name: demo1}]'),
      'demo1',
      'expected another name than "Demo1", which a node has already, found "demo1"',
    ],
    [
      'a role used twice',
      base('roles: [{name: R, type: other, owner: Demo1}, {name: r, type: other, owner: Demo1}]'),
      'r, type',
      'expected another name than "R", which a role has already, found "r"',
    ],
    [
      'a core role',
      base('roles: [{name: Cluster Group, type: other, owner: Demo1}]'),
      'Cluster Group',
      'expected another name than "Cluster Group", which a role has already, found "Cluster Group"',
    ],
    [
      'a label used twice',
      base(
        'timeline: [{at: 1s, command: node.pause, node: Demo1, as: x}, {at: 2s, command: node.resume, node: Demo1, as: X}]',
      ),
      'X}',
      'expected another name than "x", which an operation has already, found "X"',
    ],
    [
      'a resource used twice',
      base('roles: [{name: R, type: other, owner: Demo1, resources: [{name: r, type: Other}]}]'),
      'r, type',
      'expected another name than "R", which a resource has already, found "r"',
    ],
    [
      'an online role without owner',
      base('roles: [{name: R, type: other}]'),
      '{name: R',
      'expected the field "owner" (the node that has a role which is online), found none',
    ],
    [
      'an owner that is off',
      base('roles: [{name: R, type: other, owner: A}]', '{name: C}', '[{name: A, state: off}, {name: B}]'),
      'A}]',
      'expected a node that is up, for the role is online, found "A"',
    ],
    [
      'an owner that is not possible',
      base('roles: [{name: R, type: other, owner: Demo1, possibleOwners: [Demo2]}]'),
      'Demo1, possible',
      'expected one of its possible owners Demo2, found "Demo1"',
    ],
    [
      'a disk of Available Storage in a role',
      base('disks: [{name: D, size: 1GB, use: available}]\nroles: [{name: R, type: other, owner: Demo1, disks: [D]}]'),
      'D]}',
      'expected a disk with the use role or csv, found "D" with the use available',
    ],
    [
      'a LUN of two services',
      base(
        'disks: [{name: D, size: 1GB, use: role}]\nroles: [{name: R, type: other, owner: Demo1, disks: [D]}, {name: S, type: other, owner: Demo1, disks: [D]}]',
      ),
      '[D]',
      'expected disks of its own, found one that "R" has already',
    ],
    [
      'machines on one LUN with two owners',
      base(
        'disks: [{name: D, size: 1GB, use: role}]\nroles: [{name: R, type: virtualMachine, owner: Demo1, disks: [D]}, {name: S, type: virtualMachine, owner: Demo2, disks: [D]}]',
      ),
      'Demo2, disks',
      'expected the owner of "R", which has the same disk ("Demo1"), found "Demo2"',
    ],
    [
      'a witness that is missing',
      base('', '{name: C, quorum: {mode: nodeAndDiskMajority}}'),
      '{mode',
      'expected the field "witness" (the name of a disk with the use witness), found none',
    ],
    [
      'a witness without a mode',
      base('disks: [{name: Q, size: 1GB, use: witness}]', '{name: C, quorum: {witness: Q}}'),
      'Q}',
      'expected no witness, or a mode that has one, found "Q" with the mode nodeMajority, which has none',
    ],
    [
      'a witness of another use',
      base('disks: [{name: Q, size: 1GB, use: csv}]', '{name: C, quorum: {mode: diskOnly, witness: Q}}'),
      'Q}',
      'expected the name of a disk with the use witness, found "Q" with the use csv',
    ],
    [
      'an unknown witness',
      base('disks: [{name: Quorum, size: 1GB, use: witness}]', '{name: C, quorum: {mode: diskOnly, witness: Qurum}}'),
      'Qurum',
      'expected the name of a disk, found "Qurum"; did you mean "Quorum"?',
    ],
    [
      'a share that is none',
      base('', '{name: C, quorum: {mode: nodeAndFileShareMajority, witness: share}}'),
      'share}',
      'expected a file share such as \\\\server\\share, found "share"',
    ],
    [
      'a fault of a witness that is not there',
      base('timeline: [{at: 1s, fault: witness.fail}]'),
      'witness.fail',
      'expected a fault of what the cluster has, which has no witness, found "witness.fail"',
    ],
    [
      'a fault of a path that is not there',
      base('timeline: [{at: 1s, fault: path.fail, node: Demo1, server: S}]'),
      'path.fail',
      'expected a fault of what the cluster has, which has no storage servers, found "path.fail"',
    ],
    [
      'a fault of a path without a session',
      base(
        'storage: {servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}], sessions: none}\ntimeline: [{at: 1s, fault: path.fail, node: A, server: S1}]',
        '{name: C}',
        '[{name: A}]',
      ),
      'S1}]',
      'expected a storage server with which A has an iSCSI session, found "S1"',
    ],
    [
      'a fault of the link of a device that is no mirror',
      base(
        `storage:
  servers: [{name: S1, nics: {iSCSI: 172.30.100.1}}, {name: S2, nics: {iSCSI: 172.30.100.2}}]
  devices:
    - {name: D1, size: 10GB, mirrors: [{server: S1, target: A, priority: primary}]}
    - {name: D2, size: 10GB, mirrors: [{server: S1, target: B, priority: primary}, {server: S2, target: C, priority: secondary}]}
timeline: [{at: 1s, fault: syncLink.fail, device: D1}]`,
        '{name: C}',
        '[{name: A}]',
      ),
      'D1}]',
      'expected a device with two mirrors, found "D1"',
    ],
    [
      'a node in two groups of a partition',
      base('timeline: [{at: 1s, fault: network.partition, groups: [[A], [a]]}]', '{name: C}', '[{name: A}]'),
      '[[A]',
      'expected groups in which each node stands once, found a list',
    ],
    [
      'a fault of an adapter that is not there',
      base(
        'timeline: [{at: 1s, fault: nic.fail, node: A, network: iSCSI}]',
        '{name: C}',
        '[{name: A, nics: {Public: 10.0.0.1}}]',
      ),
      'iSCSI',
      'expected a network on which A has an interface, found "iSCSI"',
    ],
    [
      'two primaries',
      base(
        'storage: {servers: [{name: S1}, {name: S2}], devices: [{name: H, size: 1GB, mirrors: [{server: S1, priority: primary}, {server: S2, priority: primary}]}]}',
      ),
      '[{server: S1',
      'expected one primary, found two',
    ],
  ])('%s', (_, text, word, expected) => {
    const problem = `${placeOf(word, text)}: ${expected}`;
    const found = problemsOf(text).join('\n');
    expect(expected.endsWith(' ') ? found.slice(0, problem.length) : found).toBe(problem);
  });

  it('tells roles of a cluster that is not formed yet', () => {
    const roles = `roles:
  - {name: V, type: virtualMachine, owner: Demo1, clustered: false}
  - {name: W, type: virtualMachine, owner: Demo1}
  - {name: R, type: other, owner: Demo1}`;
    expect(problemsOf(base(roles, '{name: C, formed: false}'))).toEqual([
      'f:8:5: expected clustered: false before the cluster is formed, found the role "W"',
      'f:9:5: expected no role before the cluster is formed, found the role "R"',
    ]);
  });

  it('tells a misspelt field of an input and that the right one is missing', () => {
    expect(problemsOf(base('timeline: [{at: 1s, fault: node.crash, nod: Demo1}]'))).toEqual([
      'f:6:12: expected the field "node" (a text), found none',
      'f:6:40: expected one of the fields at, fault, node, found "nod"; did you mean "node"?',
    ]);
  });

  it('tells every resource that is part of a circle', () => {
    const resources = '{name: X, type: Other, dependsOn: Y}, {name: Y, type: Other, dependsOn: R or X}';
    const text = base(`roles: [{name: R, type: other, owner: Demo1, resources: [${resources}]}]`);
    expect(problemsOf(text)).toEqual([
      `${placeOf('Y}', text)}: expected no circle of dependencies, found "X" depending on itself`,
      `${placeOf('R or X', text)}: expected no circle of dependencies, found "Y" depending on itself`,
    ]);
  });

  it('tells several problems at once, in file order, each once', () => {
    const text = base(
      `disks: [{name: D, size: 1X, use: csv, owner: Demo3}]
roles:
  - {name: R, type: other, owner: Dmeo1, prority: high}
  - {name: R, type: other}
until: soon
timeline: [{at: 1x, fault: node.crash, node: Dem2}]`,
      '{name: C, adress: 1.2.3.4}',
    );
    expect(
      problemsOf(text).map((line) => line.replace(/: expected one of the fields .*, found/, ': unknown field')),
    ).toEqual([
      'f:3:20: unknown field "adress"; did you mean "address"?',
      'f:6:25: expected a size such as 512MB, 64GB or 2TB, found "1X"',
      'f:8:35: expected the name of a node, found "Dmeo1"; did you mean "Demo1"?',
      'f:8:42: unknown field "prority"; did you mean "priority"?',
      'f:9:5: expected the field "owner" (the node that has a role which is online), found none',
      'f:9:12: expected another name than "R", which a role has already, found "R"',
      'f:10:8: expected a duration such as 500ms, 10s, 2m or 6h, found "soon"',
      'f:11:17: expected a duration such as 500ms, 10s, 2m or 6h, found "1x"',
      'f:11:46: expected the name of a node, found "Dem2"; did you mean "Demo2"?',
    ]);
  });
});

describe('Scenario files: limits of the release', () => {
  const nodes = (count: number): string =>
    `[${Array.from({ length: count }, (_, index) => `{name: N${index + 1}}`).join(', ')}]`;

  it('has 16 nodes up to 2008 R2, 64 from 2012 on', () => {
    expect(problemsOf(base('release: 2008R2', '{name: C}', nodes(16)))).toEqual([]);
    expect(problemsOf(base('release: 2008R2', '{name: C}', nodes(17)))).toEqual([
      'f:4:208: expected at most 16 nodes (the limit of Windows Server 2008 R2), found 17',
    ]);
    expect(problemsOf(base('release: 2012', '{name: C}', nodes(64)))).toEqual([]);
    expect(problemsOf(base('', '{name: C}', nodes(65)))[0]).toMatch(
      /^f:4:\d+: expected at most 64 nodes \(the limit of Windows Server 2022\), found 65$/,
    );
  });

  const machines = (count: number, owners: number): string =>
    `roles:\n${Array.from({ length: count }, (_, index) => `  - {name: V${index}, type: virtualMachine, owner: N${(index % owners) + 1}, memory: 1MB}\n`).join('')}`;

  it('has 384 machines on a node and 1,000 in a cluster up to 2008 R2', () => {
    expect(problemsOf(base(`release: 2008\n${machines(384, 1)}`, '{name: C}', nodes(3)))).toEqual([]);
    expect(problemsOf(base(`release: 2008\n${machines(385, 1)}`, '{name: C}', nodes(3)))).toEqual([
      'f:392:5: expected at most 384 virtual machines on a node (the limit of Windows Server 2008), found one more on "N1"',
    ]);
    expect(problemsOf(base(`release: 2008\n${machines(1001, 3)}`, '{name: C}', nodes(3)))).toEqual([
      'f:1008:5: expected at most 1000 virtual machines (the limit of Windows Server 2008), found 1001',
    ]);
  });

  it('has 1,024 machines on a node from 2012 on', () => {
    expect(problemsOf(base(machines(1025, 1), '{name: C}', nodes(1)))).toEqual([
      'f:1031:5: expected at most 1024 virtual machines on a node (the limit of Windows Server 2022), found one more on "N1"',
    ]);
  });

  it('has no room for more memory than the host has beside its own', () => {
    const role = (name: string, more: string): string =>
      `  - {name: ${name}, type: virtualMachine, owner: A, ${more}}\n`;
    const host = '[{name: A, memory: 10GB, hostReserve: 2GB}]';
    const fits = `roles:\n${role('V1', 'memory: 5GB')}${role('V2', 'memory: 3GB')}${role('V3', 'memory: 9GB, state: offline')}`;
    expect(problemsOf(base(fits, '{name: C}', host))).toEqual([]);
    expect(problemsOf(base(`${fits}${role('V4', 'memory: 1MB, clustered: false')}`, '{name: C}', host))).toEqual([
      'f:10:56: expected at most the memory that is left on "A" (none), found 1 MB',
    ]);
  });

  it('has no more nodes in a guest cluster than in a cluster', () => {
    const names = Array.from({ length: 17 }, (_, index) => `V${index}`);
    const text = `release: 2008\n${machines(17, 1)}guestClusters:\n  - {name: G, nodes: [${names.join(', ')}]}`;
    expect(problemsOf(base(text, '{name: C}', nodes(1)))[0]).toMatch(
      /^f:26:\d+: expected at most 16 nodes of a guest cluster/,
    );
  });

  it('has no cloud witness before 2016, no dynamic quorum before 2012, no shared volumes in 2008', () => {
    const cloud = '{name: C, quorum: {mode: nodeAndCloudMajority, witness: "https://w.example.net"}}';
    expect(problemsOf(base('release: 2016', cloud))).toEqual([]);
    expect(problemsOf(base('release: 2012R2', cloud))).toEqual([
      'f:3:35: expected a quorum mode of Windows Server 2012 R2, found nodeAndCloudMajority, which came with Windows Server 2016',
    ]);
    expect(problemsOf(base('release: 2008R2', '{name: C, quorum: {dynamic: true}}'))).toEqual([
      'f:3:38: expected false, for Windows Server 2008 R2 has no dynamic quorum, found true',
    ]);
    expect(problemsOf(base(`${csv}\nrelease: 2008`))).toEqual([
      'f:6:40: expected a use that Windows Server 2008 has: witness, role or available, found csv, which came with Windows Server 2008 R2',
    ]);
  });

  it('has no settings that turn on what came later, but takes their being off', () => {
    expect(
      problemsOf(base('release: 2012R2', '{name: C, settings: {resiliencyPeriod: 0, quarantineThreshold: 0}}')),
    ).toEqual([]);
    expect(problemsOf(base('release: 2012R2', '{name: C, settings: {resiliencyPeriod: 4m}}'))).toEqual([
      'f:3:31: expected a setting of Windows Server 2012 R2 (resiliencyPeriod came with Windows Server 2016), found "resiliencyPeriod"',
    ]);
  });
});

describe('Scenario files: texts that are no scenario', () => {
  it.each<[string, string, string]>([
    ['an empty file', '', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found an empty file'],
    ['comments alone', '# nothing\n', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found an empty file'],
    ['a list', '- a\n', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found a list'],
    ['a text', 'hello', 'f:1:1: expected a scenario (schema: regroup/scenario/1), found "hello"'],
    [
      'a duplicate key',
      base('until: 5s\nuntil: 6s'),
      'f:7:1: expected each field once, found a field that stands above already',
    ],
    [
      'a duplicate key in a row',
      base('', '{name: A, name: B}'),
      'f:3:20: expected each field once, found a field that stands above already',
    ],
    [
      'a tab',
      'schema: regroup/scenario/1\ncluster:\n\tname: C\n',
      'f:3:1: expected spaces for indentation, found a tab',
    ],
    ['two documents', `${base('')}\n---\n${base('')}`, 'f:7:1: expected one YAML document, found a second one'],
    ['a tag', base('description: !secret x'), 'f:6:14: expected plain YAML values, found the tag !secret'],
    ['an open bracket', 'title: [1, 2\nseed: 1\n', 'f:2:1: expected valid YAML, found an error: '],
    ['an unknown anchor', base('seed: *x'), 'f:6:7: expected an anchor defined above, found *x'],
    ['an anchor inside itself', base('nodes2: &x [*x]'), 'f:6:13: expected values without themselves inside, found *x'],
    [
      'half a character',
      base('description: "\\ud83d"'),
      'f:6:14: expected whole Unicode characters, found half of a surrogate pair',
    ],
    ['a binary file', 'MZ\u0090\u0000\u0003', 'f:1:4: expected a text file in UTF-8, found the character U+0000'],
    ['bytes that are no UTF-8', 'title: \ufffd', 'f:1:8: expected a text file in UTF-8, found the character U+FFFD'],
    [
      'brackets without end',
      `title: ${'['.repeat(50_000)}`,
      'f:1:108: expected at most 100 levels of nesting, found more',
    ],
    [
      'dashes without end',
      `nodes:\n ${'- '.repeat(50_000)}x`,
      'f:2:1: expected at most 100 levels of nesting, found more',
    ],
    [
      'more than 16 million characters',
      ' '.repeat(16_777_217),
      'f:1:1: expected a file of at most 16777216 characters, found 16777217 characters',
    ],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text).join('\n');
    if (expected.endsWith(' ')) expect(problems.startsWith(expected)).toBe(true);
    else expect(problems).toBe(expected);
  });

  it('stops aliases that would grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1)
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    expect(problemsOf(lines.join('\n'))).toEqual([
      'f:5:45: expected aliases that repeat at most 100000 values, found more',
    ]);
  });

  it('reads Windows line ends and a byte order mark', () => {
    const windows = `\ufeff${base('until: later').replaceAll('\n', '\r\n')}`;
    expect(problemsOf(windows)).toEqual(['f:6:8: expected a duration such as 500ms, 10s, 2m or 6h, found "later"']);
  });
});
