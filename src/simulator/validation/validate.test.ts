import { describe, expect, it } from 'vitest';
import { startCluster, type TestCluster, type TestScenario } from '../testing/test-cluster';

const servers = '{name: A}, {name: B}';
const apart = 'formed: false, domain: sws.com';

function report(test: TestCluster, nodes: readonly string[] = ['A', 'B']): ReadonlyMap<string, string> {
  expect(test.run('cluster.validate', { nodes: [...nodes] }).outcome).toBe('succeeded');
  const tests = test.cluster.validationReport()?.tests ?? [];
  return new Map(tests.map(({ name, result, messages }) => [name, `${result}: ${messages.join(' ')}`]));
}

function found(name: string, scenario: TestScenario): string {
  return report(startCluster({ nodes: servers, cluster: apart, ...scenario })).get(name) ?? 'no such test';
}

describe('Validation: Validate a Configuration', () => {
  it('passes on sound servers, in five categories', () => {
    const test = startCluster({
      nodes: servers,
      cluster: apart,
      rest: 'disks: [{name: L, size: 10GB, use: available}]',
    });
    const results = [...report(test).values()].map((text) => text.split(':')[0]);
    expect(results.filter((result) => result === 'Failed' || result === 'Warning')).toEqual([]);
    expect(new Set(test.cluster.validationReport()?.tests.map(({ category }) => category)).size).toBe(5);
  });

  it('leaves the disk of a guest cluster alone', () => {
    const rest = `disks: [{name: L, size: 10GB, use: role, persistentReservations: false}]
roles: [{name: V, type: virtualMachine, owner: A, clustered: false}]
guestClusters: [{name: G, nodes: [V], disk: L, roles: [{name: App, type: genericService, owner: V}]}]`;
    const results = [...report(startCluster({ nodes: servers, cluster: apart, rest })).values()];
    expect(results).toContain('NotApplicable: Every disk is in use: none was tested.');
  });

  it('runs only what is asked for', () => {
    const test = startCluster({ nodes: servers, cluster: apart });
    test.run('cluster.validate', { nodes: ['A', 'B'], tests: ['Network', 'Validate Data Execution Prevention'] });
    const categories = test.cluster.validationReport()?.tests.map(({ category }) => category) ?? [];
    expect(new Set(categories)).toEqual(new Set(['Network', 'Hyper-V Configuration']));
    expect(test.run('cluster.validate', { nodes: ['A'], tests: ['Weather'] }).error?.kind).toBe('badInput');
  });

  it.each([
    [
      'Validate Operating System Versions',
      "{name: A, osBuild: '17763.1'}, {name: B}",
      /^Failed: A: version 17763\. B: version 20348\.$/,
    ],
    ['Validate Software Update Levels', "{name: A, osBuild: '20348.1'}, {name: B}", /^Warning: A: build 20348\.1\./],
    [
      'Validate Same Processor Architecture',
      '{name: A, cpu: {is64Bit: false}}, {name: B}',
      /^Failed: A: the processor is not 64-bit\.$/,
    ],
    [
      'Validate Matching Processor Manufacturers',
      '{name: A, cpu: {vendor: AMD}}, {name: B}',
      /^Failed: A: processor of AMD\. B: processor of Intel\./,
    ],
    [
      'Validate Matching Processor Manufacturers',
      '{name: A, cpu: {model: Xeon X}}, {name: B}',
      /^Warning: A: processor model Xeon X\./,
    ],
    ['Validate Hardware-Assisted Virtualization', '{name: A}, {name: B, cpu: {virtualization: false}}', /^Failed: B:/],
    ['Validate Data Execution Prevention', '{name: A}, {name: B, cpu: {executionPrevention: false}}', /^Failed: B:/],
  ])('%s', (name, nodes, expected) => {
    expect(found(name, { nodes })).toMatch(expected);
  });

  it('wants a domain, two networks, separate subnets, addresses used once', () => {
    const one = 'networks: [{name: Public, subnet: 192.168.100.0/24, role: clusterAndClient}]';
    expect(found('Validate Active Directory Configuration', { cluster: 'formed: false' })).toMatch(/^Warning/);
    expect(found('Validate Network Communication', { rest: one })).toMatch(
      /^Warning: A reaches B over one network only\.$/,
    );
    expect(found('Validate Cluster Network Configuration', { rest: one })).toMatch(/^Warning: Only Public/);
    expect(found('Validate Network Adapters', { rest: one })).toMatch(/^Warning: A: it has one adapter only\. B:/);
    const same = `networks:\n  - {name: P, subnet: 10.0.0.0/24, role: clusterAndClient}\n  - {name: Q, subnet: 10.0.0.0/16, role: cluster}`;
    expect(found('Validate IP Configuration', { rest: same })).toMatch(/^Warning: P and Q share the subnet/);
    const twice = '{name: A, nics: {Public: 192.168.100.11}}, {name: B, nics: {Public: 192.168.100.11}}';
    expect(found('Validate IP Configuration', { nodes: twice })).toMatch(
      /^Failed: A and B: the address 192\.168\.100\.11 is used twice\./,
    );
  });

  it('wants the heartbeat for the cluster alone and iSCSI apart', () => {
    const storage = (network: string, address: string): string =>
      `storage:\n  servers: [{name: S1, nics: {${network}: ${address}}}]\n  devices: [{name: D1, size: 10GB, mirrors: [{server: S1, target: t, priority: primary}]}]`;
    const rest = storage('Private', '10.10.10.200');
    expect(found('Validate Heartbeat Network', { rest })).toMatch(/^Warning: Private:/);
    expect(found('Validate iSCSI Network', { rest })).toMatch(/^Warning: Private: .*role cluster/);
    expect(found('Validate iSCSI Network', { rest: storage('iSCSI', '172.30.100.200') })).toMatch(/^Passed/);
    expect(found('Validate iSCSI Network', {})).toMatch(/^NotApplicable/);
    const near = `networks:\n  - {name: P, subnet: 10.0.0.0/16, role: clusterAndClient}\n  - {name: H, subnet: 10.0.7.0/24, role: cluster}`;
    expect(found('Validate Heartbeat Network', { rest: near })).toBe(
      'Warning: H: it can be reached from P; keep it for the cluster alone.',
    );
    expect(found('Validate Heartbeat Network', {})).toBe('Passed: Private: it cannot be reached from others.');
  });

  it('wants every disk seen by all, reserved and taken over, over several paths', () => {
    const rest = `storage:
  servers: [{name: S1}, {name: S2}]
  devices: [{name: D1, size: 10GB, mirrors: [{server: S1, target: a, priority: primary}, {server: S2, target: b, priority: secondary}]}]
  sessions: [{node: A, server: S1}, {node: A, server: S2}]
  mpio: none
disks: [{name: L, size: 10GB, device: D1, use: available}, {name: M, size: 10GB, use: available, persistentReservations: false}]`;
    expect(found('List Potential Cluster Disks', { rest })).toBe('Failed: B: disk L is not seen.');
    expect(found('Validate SCSI-3 Persistent Reservation', { rest })).toBe(
      'Failed: Disk M has no persistent reservations.',
    );
    expect(found('Validate Disk Failover', { rest })).toBe(
      'Failed: Disk L: only A can take it. Disk M: it cannot be reserved.',
    );
    expect(found('Validate Microsoft MPIO-Based Disks', { rest })).toBe('Warning: A: 2 paths to D1, but MPIO is off.');
    expect(found('Validate SCSI-3 Persistent Reservation', {})).toMatch(/^NotApplicable/);
  });

  it('leaves disks in use alone, recommends a witness, and wants room for the loss of a node', () => {
    const test = startCluster({
      nodes: '{name: A, memory: 16GB}, {name: B, memory: 16GB}',
      rest: `disks: [{name: CSV1, size: 10GB, use: csv}]\nroles:\n  - {name: VM1, type: virtualMachine, owner: A, disks: [CSV1], memory: 8GB}\n  - {name: VM2, type: virtualMachine, owner: B, disks: [CSV1], memory: 8GB}`,
    });
    const tests = report(test);
    expect(tests.get('Validate Disk Failover')).toMatch(/^NotApplicable: Every disk is in use/);
    expect(tests.get('Validate Quorum Configuration')).toMatch(/^Warning: 2 nodes vote, with no witness\./);
    expect(tests.get('Validate Memory for the Loss of a Node')).toBe(
      'Warning: A: without it VM1 find no room (8192 MB). B: without it VM2 find no room (8192 MB).',
    );
    expect(test.where('VM1')).toBe('Online on A');
  });

  it('before 2012 R2 recommends an odd number of votes', () => {
    const odd = report(startCluster({ release: '2008R2', nodes: '{name: A}, {name: B}, {name: C}' }));
    expect(odd.get('Validate Quorum Configuration')).toMatch(/^Passed/);
    const even = report(startCluster({ release: '2008R2', nodes: servers }));
    expect(even.get('Validate Quorum Configuration')).toMatch(/^Warning: .*Node and Disk Majority is recommended/);
  });
});
