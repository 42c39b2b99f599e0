import type { ClusterEvent, EventLevel } from '#shared/model/cluster-event';
import type { ObjectKind } from '#shared/model/object-reference';
import type { ClusterSnapshot } from '#shared/model/snapshot';

/** What the log of a node is made from. */
export interface ClusterLogOptions {
  readonly snapshot: ClusterSnapshot;
  /** All events of the cluster, oldest first. */
  readonly events: readonly ClusterEvent[];
  readonly node: string;
  /** Events before this cluster time are left out. */
  readonly since: number;
  readonly localTime: boolean;
}

const levels: { readonly [Level in EventLevel]: string } = {
  critical: 'ERR  ',
  error: 'ERR  ',
  warning: 'WARN ',
  information: 'INFO ',
};

/** Parts of the cluster service that write about a kind of object, as its log names them. */
const components: { readonly [Kind in ObjectKind]?: string } = {
  cluster: 'CORE',
  node: 'NM',
  role: 'RCM',
  resource: 'RCM',
  network: 'NETFTAPI',
  networkInterface: 'NETFTAPI',
  disk: 'DCM',
  sharedVolume: 'DCM',
  virtualMachine: 'RES',
};

/** Text of one line: names come from scenarios, and a line feed in one would pass for an entry of its own. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ');
}

/** The first moment of a scenario is 2000/01/01 in logs: a scenario has no date. */
const epoch = Date.UTC(2000, 0, 1);

function stamp(time: number): string {
  return new Date(epoch + time).toISOString().replaceAll('-', '/').replace('T', '-').slice(0, -1);
}

function hexadecimal(number: number): string {
  return number.toString(16).padStart(8, '0');
}

function section(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string[] {
  const line = (cells: readonly (string | number | null)[]): string =>
    cells.map((cell) => oneLine(String(cell ?? ''))).join(', ');
  return [`[=== ${title} ===]`, '', line(heads), ...rows.map(line), ''];
}

/** What the log begins with: the configuration as the node knows it. */
function state({ snapshot, node }: ClusterLogOptions): readonly string[] {
  const { cluster, quorum, nodes, roles, resources, networks, sharedVolumes } = snapshot;
  return [
    ...section(
      'Cluster',
      ['name', 'state', 'release', 'owner of the core resources', 'log of'],
      [[cluster.name, cluster.state, cluster.release, cluster.ownerNode, node]],
    ),
    ...section(
      'Quorum',
      ['mode', 'witness', 'witness state', 'votes', 'votes needed'],
      [[quorum.mode, quorum.witness, quorum.witnessState, quorum.votes, quorum.votesNeeded]],
    ),
    ...section(
      'Nodes',
      ['id', 'name', 'state', 'status', 'node weight', 'dynamic weight', 'build'],
      nodes.map((one) => [
        one.nodeNumber,
        one.name,
        one.state,
        one.statusInformation,
        one.nodeWeight,
        one.dynamicWeight,
        one.osBuild,
      ]),
    ),
    ...section(
      'Networks',
      ['name', 'state', 'role', 'address', 'metric'],
      networks.map((one) => [one.name, one.state, one.role, one.address, one.metric]),
    ),
    ...section(
      'Groups',
      ['name', 'type', 'state', 'status', 'owner', 'priority'],
      roles.map((one) => [one.name, one.groupType, one.state, one.statusInformation, one.ownerNode, one.priority]),
    ),
    ...section(
      'Resources',
      ['name', 'type', 'state', 'group', 'owner', 'dependencies'],
      resources.map((one) => [
        one.name,
        one.resourceType,
        one.state,
        one.ownerGroup,
        one.ownerNode,
        one.dependencyExpression,
      ]),
    ),
    ...section(
      'Volumes',
      ['name', 'state', 'owner'],
      sharedVolumes.map((one) => [one.name, one.state, one.ownerNode]),
    ),
  ];
}

function entry({ time, level, subject, id, message }: ClusterEvent, process: string): string {
  const component = (subject === null ? undefined : components[subject.kind]) ?? 'CORE';
  return `${process}.${hexadecimal(id)}::${stamp(time)} ${levels[level]} [${component}] Event ${id}: ${oneLine(message)}`;
}

/**
 * The cluster log of a simulated node, in the form of Windows' cluster.log: the state of the cluster, then what the node
 * logged. It says what it is: nobody shall take it for the log of a real cluster.
 */
export function clusterLog(options: ClusterLogOptions): string {
  const { snapshot, events, node, since, localTime } = options;
  const number = snapshot.nodes.find(({ name }) => name === node)?.nodeNumber ?? 0;
  const process = hexadecimal(0x1000 + number);
  const own = events.filter((event) => event.node === node && event.time >= since && event.channel !== 'Application');
  const lines = [
    `Log of the SIMULATED cluster ${oneLine(snapshot.cluster.name)}, made by Regroup. It is about no real computer.`,
    `Times are ${localTime ? 'those of the nodes, which is UTC here' : 'in UTC'}. The scenario begins at ${stamp(0)}; this was collected at ${stamp(snapshot.time)}.`,
    '',
    ...state(options),
    '[=== Cluster Logs ===]',
    '',
    ...own.map((event) => entry(event, process)),
    ...(own.length === 0
      ? [`${process}.${hexadecimal(0)}::${stamp(snapshot.time)} INFO  [CORE] Nothing was logged in this time.`]
      : []),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
