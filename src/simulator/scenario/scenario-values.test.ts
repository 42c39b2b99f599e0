import { describe, expect, it } from 'vitest';
import { loaded, problemsOf, scenarioText, sharedVolume } from '../testing/scenario-text';

describe('Scenario files: values', () => {
  it('reads releases quoted or not', () => {
    expect(loaded(scenarioText('release: 2008R2')).release).toBe('2008R2');
    expect(loaded(scenarioText('release: 2012')).release).toBe('2012');
    expect(loaded(scenarioText("release: '2016'")).release).toBe('2016');
  });

  it('reads durations, sizes and rates with their units or as numbers', () => {
    const { cluster, networks, roles } = loaded(
      scenarioText(
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
    const scenario = loaded(
      scenarioText(
        `${sharedVolume}
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
    const { timeline } = loaded(
      scenarioText(`roles: [{name: R, type: genericService, owner: Demo1}]
${sharedVolume}
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
    const { timeline } = loaded(
      scenarioText(`timeline:
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
    const text = scenarioText(`${sharedVolume}
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
    expect(loaded(text).virtualMachines).toMatchObject([{ name: 'VM1', host: 'Demo1', state: 'online' }]);
  });

  it('puts machines that share a LUN into one role', () => {
    const scenario = loaded(
      scenarioText(`disks: [{name: L, size: 9GB, use: role}]
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
    expect(problemsOf(scenarioText('', '{name: C}', nodes))).toEqual([]);
  });

  it('gives a node the adapter that its session with a storage server needs', () => {
    const nodes = '[{name: A, nics: {Public: 192.168.100.11}}, {name: B, nics: {Public: 192.168.100.12}}]';
    const scenario = loaded(
      scenarioText('storage: {servers: [{name: S1}], sessions: [{node: A, server: S1}]}', '{name: C}', nodes),
    );
    expect(scenario.nodes.map(({ interfaces }) => interfaces.map(({ network }) => network))).toEqual([
      ['Public', 'iSCSI'],
      ['Public'],
    ]);
  });

  it('takes names as odd as clusters can have them', () => {
    const odd = ['$(calc)', 'O\'Hara "x"', 'a\nb\u202e', '<b>é</b> 😀', 'x'.repeat(300)];
    const nodes = JSON.stringify(odd.map((name) => ({ name })));
    expect(loaded(scenarioText('', '{name: C}', nodes)).nodes.map(({ name }) => name)).toEqual(odd);
  });

  it('follows anchors and aliases', () => {
    const scenario = loaded(
      scenarioText(
        'roles:\n  - &m {name: V1, type: genericService, owner: &o Demo1}\n  - {name: V2, type: genericService, owner: *o}',
      ),
    );
    expect(scenario.roles.map(({ owner }) => owner)).toEqual(['Demo1', 'Demo1']);
  });
});
