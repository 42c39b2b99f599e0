import { describe, expect, it } from 'vitest';
import { commandOf } from '#shared/commands/catalogue';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import { loadSimulatedCluster, type SimulatedCluster } from '../simulated-cluster';
import { sampleRequests, type CommandRequest } from '../testing/command-requests';
import { startCluster, type TestCluster, type TestScenario } from '../testing/test-cluster';

const rest = String.raw`
disks:
  - {name: CSV1, size: 500GB, use: csv, owner: N2}
  - {name: Data, size: 50GB, use: role}
  - {name: Spare, size: 50GB, use: available}
  - {name: Loose, size: 50GB, use: available}
roles:
  - {name: VM1, type: virtualMachine, owner: N1, disks: [CSV1], memory: 4GB}
  - {name: VM2, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB, state: offline, priority: low}
  - {name: Plain, type: virtualMachine, owner: N2, disks: [CSV1], memory: 4GB, clustered: false}
  - {name: FS, type: fileServer, owner: N1, disks: [Data], address: 192.168.100.60}
  - {name: App, type: genericService, owner: N3, possibleOwners: [N1, N3], resources: [{name: A, type: Generic Service}, {name: B, type: Generic Service, dependsOn: A or App}]}
`;

/** A cluster with little in it, for what matters to the quorum and to nodes that are down. */
const small = String.raw`
disks: [{name: Spare, size: 50GB, use: available}, {name: Data, size: 50GB, use: role}]
roles:
  - {name: FS, type: fileServer, owner: N2, disks: [Data], address: 192.168.100.60, possibleOwners: [N1, N2]}
  - {name: Off, type: genericService, owner: N1, state: offline, possibleOwners: [N1, N2]}
`;
const smallWithDisk = small.replace('disks: [', 'disks: [{name: Q, size: 1GB, use: witness}, ');
const shareWitness = String.raw`quorum: {mode: nodeAndFileShareMajority, witness: '\\dc\w'}`;

type Step = (test: TestCluster) => unknown;

/** What happened before the commands come, by name; to which cluster, where it is not the usual one. */
const situations: readonly (readonly [string, Step, TestScenario?])[] = [
  ['in peace', (test) => test.to(10)],
  ['while a machine live migrates', (test) => test.to(10).run('role.liveMigrate', { role: 'VM1' })],
  ['while a role moves', (test) => test.to(10).run('role.move', { role: 'FS', destination: 'N2' })],
  ['while a node is drained', (test) => test.to(10).run('node.pause', { node: 'N1', drain: true })],
  ['when a node is paused', (test) => test.to(10).run('node.pause', { node: 'N1' })],
  ['while a service stops', (test) => test.to(10).run('node.stopService', { node: 'N1' })],
  ['after a drain', (test) => (test.to(10).run('node.pause', { node: 'N1', drain: true }), test.to(200))],
  ['before a crash is noticed', (test) => (test.to(10).break({ fault: 'node.crash', node: 'N1' }), test.to(12))],
  ['while a node is isolated', (test) => (test.to(10).break({ fault: 'node.crash', node: 'N1' }), test.to(30))],
  ['after a node failed', (test) => (test.to(10).break({ fault: 'node.crash', node: 'N1' }), test.to(600))],
  [
    'without quorum',
    (test) => (['N1', 'N2'] as const).forEach((node) => (test.break({ fault: 'node.crash', node }), test.to(20))),
  ],
  [
    'when a resource failed for good',
    (test) => (test.break({ fault: 'resource.fail', resource: 'App', times: 20 }), test.to(60)),
  ],
  ['while a machine starts', (test) => test.to(10).run('vm.start', { vm: 'VM2' })],
  ['after one node was evicted', (test) => (test.to(10).run('node.evict', { node: 'N3' }), test.to(100))],
  ['while the cluster shuts down', (test) => test.to(10).run('cluster.shutDown')],
  ['when the cluster is shut down', (test) => (test.to(10).run('cluster.shutDown'), test.to(300))],
  ['when the cluster is destroyed', (test) => (test.to(10).run('cluster.destroy'), test.to(300))],
  [
    'when the votes of the nodes are no majority without the disk witness',
    (test) => (test.break({ fault: 'node.crash', node: 'N2' }), test.to(300)),
    { release: '2008R2', nodes: 2, cluster: 'quorum: {mode: nodeAndDiskMajority, witness: Q}', rest: smallWithDisk },
  ],
  [
    'when only the witness votes',
    (test) => test.to(10),
    { nodes: '{name: N1, vote: 0}, {name: N2, vote: 0}', cluster: shareWitness, rest: small },
  ],
  [
    'when the disk has the only vote',
    (test) => test.to(10),
    { nodes: 2, cluster: 'quorum: {mode: diskOnly, witness: Q}', rest: smallWithDisk },
  ],
  [
    'when a partition was forced to run without quorum',
    (test) => {
      test.to(10).break({ fault: 'network.partition', groups: [['N1'], ['N2', 'N3'], ['N4', 'N5']] });
      test.to(60).run('node.startService', { node: 'N1', forceQuorum: true });
      test.to(120);
    },
    { nodes: 5, cluster: shareWitness, rest: small },
  ],
  [
    'when Available Storage has lost its node and no other can take it',
    (test) => {
      test.to(10).run('node.pause', { node: 'N2' });
      test.run('node.stopService', { node: 'N1' });
      test.to(100);
    },
    { nodes: 2, rest: small },
  ],
  [
    'when every possible owner of a role is down',
    (test) => {
      for (const node of ['N1', 'N2']) test.to(10).break({ fault: 'node.crash', node });
      test.to(900);
    },
    { nodes: 5, rest: small },
  ],
];

/**
 * What only the cluster itself can know, so that a command which the snapshot does not speak against is refused after all: whether
 * a server has power and where paths and networks lead, what votes would be left, which tests there are, what a shutdown or a
 * failover under way holds back, whether a guest answers.
 */
const hidden: readonly RegExp[] = [
  /has no power|There is no (node|server) |Without the vote of|not have quorum|There is no test|is being shut down/,
  /already shutting down|is moving to|does not answer|No network for live migration|no path to|not simulated/,
  /No other node can (take|coordinate)|left the cluster in the middle|Not everything could leave|is still booting/,
  /The host of .* is down|failed\. |does not reach|is not running\.$/,
];

/** What of a snapshot a command that changes nothing leaves as it is. */
function withoutOperations(snapshot: ClusterSnapshot): unknown {
  return { ...snapshot, operations: [] };
}

/** How the command ends on a copy of the cluster, and whether the check foresaw it; null: it did. */
function disagreement(saved: ReturnType<SimulatedCluster['save']>, { command, input }: CommandRequest): string | null {
  const cluster = loadSimulatedCluster(saved);
  const before = cluster.snapshot();
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return null;
  const check = definition.check(parsed.data, clusterView(before));
  const { outcome, error } = cluster.execute(command, input);
  const asked = `${command} ${JSON.stringify(input)}`;
  if (!check.accepted) {
    const same = outcome === 'failed' && error?.code === check.error.code && error.message === check.error.message;
    return same ? null : `${asked}: refused with "${check.error.message}", but ${outcome}: ${error?.message ?? ''}`;
  }
  if (check.unchanged) {
    const same = outcome === 'succeeded' && sameJson(withoutOperations(before), withoutOperations(cluster.snapshot()));
    return same ? null : `${asked}: was to change nothing, but ${outcome}: ${error?.message ?? ''}`;
  }
  if (outcome !== 'failed' || hidden.some((reason) => reason.test(error?.message ?? ''))) return null;
  return `${asked}: accepted, but ${error?.code ?? 'no number'}: ${error?.message ?? ''}`;
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe('Engine: what a command says before it runs', () => {
  it.each(situations.map(([name, prepare, scenario]) => ({ name, prepare, scenario })))(
    'is what happens when it runs, $name',
    ({ prepare, scenario }) => {
      const test = startCluster(scenario ?? { nodes: 3, cluster: 'address: 192.168.100.50', rest });
      prepare(test);
      const saved = test.cluster.save();
      const requests = sampleRequests(test.cluster.snapshot(), scenario === undefined ? 12 : 24, 7);
      expect(requests.length).toBeGreaterThan(500);
      expect(requests.map((request) => disagreement(saved, request)).filter((wrong) => wrong !== null)).toEqual([]);
    },
  );
});
