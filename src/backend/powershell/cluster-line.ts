import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { foldName } from '#shared/model/cluster-view';
import type { NodeState } from '#shared/model/node';
import type { ReadPart } from '#shared/model/snapshot';
import { failure, success, type Result } from '#shared/model/result';
import type { RealTime } from '../real-time';
import type { AgentPool } from './agent/agent-pool';
import type { AgentLog } from './agent/agent-request';
import type { AgentPush } from './agent/agent-session';
import type { ClusterTransport, Seat } from './cluster-transport';
import { createClusterReader } from './reading/cluster-reader';
import { clusterSections, type ClusterSection } from './reading/cluster-rows';
import { createDetailReader } from './reading/detail-reader';
import type { EventLog } from './reading/event-log';
import { nodeStates, wordOf } from './reading/enumerations';
import type { Detail } from './reading/looked-at';
import { createMigrationWatch, type MigrationProgress } from './reading/migration-watch';
import { createNodeReader, type NodeReader } from './reading/node-reader';
import { allCheapSections, sectionsOfPush } from './reading/pushed-sections';
import type { ReadState } from './reading/read-state';
import { blackoutRow, type BlackoutRow } from './reading/rows/blackout-row';
import { roleRow } from './reading/rows/role-row';
import type { ClusterRow } from './reading/rows/cluster-row';
import { clusterPlans } from './reading/section-plan';
import { createSectionReader } from './reading/section-reader';

/** The agents of a cluster at one seat, and what is read through them. */
export interface ClusterLine {
  /** Whether the far end lets this account change nothing; known when it has started. */
  readonly onlyLooks: boolean;
  /** Whether it lets it run commands that only read. */
  readonly reports: boolean;
  /** Reads what the first snapshot needs. */
  start(): Promise<Result<null>>;
  /** Begins with what comes after the first snapshot: nodes, what the cluster tells by itself. */
  begin(): void;
  /** Reads everything. */
  refresh(): Promise<void>;
  /** Reads these details of some objects; for a line that reads on demand. */
  readDetails(details: readonly Detail[]): Promise<void>;
  /** Reads soon what changes most. */
  readSoon(): void;
  /** Somebody looks at something else. */
  replan(): void;
  readonly request: AgentPool['request'];
  /** Live migrations that a host logged as their source; null when it does not tell. */
  blackouts(node: string): Promise<readonly BlackoutRow[] | null>;
  /** Reads the newest events of a node now. */
  readEvents(node: string): Promise<void>;
  /** Older events of a node, see `NodeReader`. */
  readonly readOlder: NodeReader['readOlder'];
  readonly migrations: ReadonlyMap<string, MigrationProgress>;
  /** Resolves when its agents are gone. */
  close(): Promise<void>;
}

/** What a line works with. */
export interface LineOptions {
  readonly transport: ClusterTransport;
  readonly seat: Seat;
  readonly state: ReadState;
  readonly events: EventLog;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: AgentLog;
  /** Beyond the cheap sections nothing is read but what is asked for. */
  readonly onDemand: boolean;
  /** What windows show of the cluster, see `ClusterAttention`. */
  readonly parts: () => ReadonlySet<ReadPart> | null;
  /** Whether something that was started here is under way. */
  readonly isBusy: () => boolean;
  /** Something was read; the section of the cluster, or null for something else and for what could not be read. */
  readonly onChange: (section: ClusterSection | null) => void;
  /** The cluster cannot be read from this seat any more. */
  readonly onLost: (error: ClusterError) => void;
}

/** A host that does not tell in so many milliseconds how long a machine stood still is not waited for. */
const blackoutTimeout = 15_000;
/** Pushes that come within so many milliseconds are answered together. */
const pushPause = 200;
/** A watch that ended is begun again after so many milliseconds. */
const watchPause = 60_000;
/** Read again when resources came or went: what each of them has by itself. */
const ofResources: readonly ClusterSection[] = ['owners', 'dependencies', 'parameters'];

/** Nodes in these states answer. */
const upStates: ReadonlySet<NodeState> = new Set(['Up', 'Paused']);

/** A line whose agents have not started. */
export function createClusterLine(options: LineOptions): ClusterLine {
  const { transport, seat, state, time, now, log, onDemand, parts, onChange } = options;
  const pool = transport.open(seat, (push) => onPush(push));
  const read = createSectionReader(pool, log);
  let onlyLooks = false;
  let reports = true;
  let begun = false;
  let closed = false;
  let cancelWatch = (): void => undefined;
  let cancelPush: (() => void) | null = null;
  let pushed = new Set<ClusterSection>();
  let owners: ReadonlyMap<string, string | null> = new Map();
  let resources = '';

  const migrations = createMigrationWatch({ read, state, time, now, onChange: () => onChange(null) });
  const nodes = createNodeReader({
    read,
    state,
    events: options.events,
    time,
    now,
    parts,
    namesNodes: transport.namesNodes,
    onDemand,
    onChange: () => onChange(null),
  });
  const cluster = createClusterReader({
    read,
    state,
    time,
    now,
    node: seat.node,
    parts,
    onlyCheap: onDemand,
    isMoving: () => migrations.isMoving || options.isBusy(),
    onChange: (section, good) => {
      if (begun && good) follow(section);
      onChange(good ? section : null);
    },
    onLost: options.onLost,
  });
  const details = createDetailReader({ read, nodes, state, time, now, node: seat.node });

  /** Machines are on other nodes than before: both ends are read. */
  const followOwners = (): void => {
    const before = owners;
    owners = new Map(state.rows.groups.map(({ Id, OwnerNode }) => [Id, OwnerNode]));
    const touched = [...owners].flatMap(([id, owner]) =>
      before.has(id) && before.get(id) !== owner ? [owner, before.get(id)] : [],
    );
    const names = new Map(touched.flatMap((name) => (name ? [[foldName(name), name] as const] : [])));
    if (names.size > 0) nodes.soon([...names.values()]);
  };

  const meetNodes = (): void => {
    const up = state.rows.nodes.filter(({ State }) => upStates.has(wordOf(nodeStates, State, 'Unknown')));
    transport.meet?.(up.map(({ Name }) => Name));
  };

  const lookAtNodes = (): void => {
    if (!onDemand) meetNodes();
    nodes.look();
  };

  const follow = (section: ClusterSection): void => {
    if (section === 'nodes') lookAtNodes();
    if (section === 'groups' || section === 'resources') migrations.look();
    if (section === 'groups') followOwners();
    if (section === 'resources') {
      const ids = state.rows.resources.map(({ Id }) => Id).join('\n');
      if (ids !== resources) cluster.soon(ofResources);
      resources = ids;
    }
  };

  const onPush = (push: AgentPush): void => {
    if (closed || !begun) return;
    cluster.setPushed(true);
    for (const section of sectionsOfPush(push)) pushed.add(section);
    cancelPush ??= time.after(pushPause, () => {
      cancelPush = null;
      const sections = [...pushed];
      pushed = new Set();
      cluster.soon(sections);
    });
  };

  const watch = async (): Promise<void> => {
    const answer = await pool.request('watch', { op: 'watch', args: {}, timeout: null });
    if (closed) return;
    cluster.setPushed(false);
    cluster.replan();
    if (!answer.ok && answer.error.kind !== 'unsupported') cancelWatch = time.after(watchPause, () => void watch());
  };

  /** Before anything of another cluster is mixed with what was read of this one. */
  const isSameCluster = async (): Promise<Result<null>> => {
    const [known] = state.rows.cluster;
    if (known === undefined) return success(null);
    const answer = await read('read', 'cluster', clusterSections.cluster, { timeout: clusterPlans.cluster.timeout });
    if (!answer.ok) return answer;
    const [found] = answer.value;
    return found === undefined || isSame(known, found)
      ? success(null)
      : failure(otherCluster(seat.name, known.Name, found.Name));
  };

  /** An endpoint of an older Regroup does not tell: what it refuses is told when it refuses it. */
  const lookAtRole = async (): Promise<void> => {
    if (transport.hasRoles !== true) return;
    const answer = await read('read', 'role', roleRow, { timeout: clusterPlans.cluster.timeout });
    onlyLooks = answer.ok && answer.value[0]?.Runs === false;
    reports = !onlyLooks || (answer.ok && answer.value[0]?.Reports === true);
  };

  return {
    get onlyLooks() {
      return onlyLooks;
    },
    get reports() {
      return reports;
    },
    start: async () => {
      const same = await isSameCluster();
      if (!same.ok) return same;
      const [started] = await Promise.all([cluster.start(), lookAtRole()]);
      return started;
    },
    begin: () => {
      begun = true;
      resources = state.rows.resources.map(({ Id }) => Id).join('\n');
      followOwners();
      migrations.look();
      lookAtNodes();
      void watch();
    },
    refresh: async () => {
      if (onDemand) meetNodes();
      await Promise.all([cluster.all(), nodes.all()]);
    },
    readDetails: (wanted) => {
      transport.meet?.([...new Set(wanted.flatMap((detail) => (detail.of === 'node' ? [detail.name] : [])))]);
      return details.read(wanted);
    },
    readSoon: () => cluster.soon(allCheapSections),
    replan: () => {
      cluster.replan();
      nodes.replan();
    },
    request: (lane, request) => pool.request(lane, request),
    blackouts: async (node) => {
      const args: { readonly [name: string]: string } = transport.namesNodes ? { computer: node } : {};
      const answer = await read({ node }, 'blackouts', blackoutRow, { timeout: blackoutTimeout, args });
      return answer.ok ? answer.value : null;
    },
    readEvents: (node) => nodes.readEvents(node),
    readOlder: (wanted) => nodes.readOlder(wanted),
    get migrations() {
      return migrations.progress;
    },
    close: () => {
      closed = true;
      cancelWatch();
      cancelPush?.();
      migrations.stop();
      nodes.stop();
      cluster.stop();
      return pool.close();
    },
  };
}

/** Ids outlive a rename; a cluster of Windows Server 2008 R2 or older may tell none. */
function isSame(one: ClusterRow, other: ClusterRow): boolean {
  if (one.Id !== null && other.Id !== null) return foldName(one.Id) === foldName(other.Id);
  return foldName(one.Name) === foldName(other.Name);
}

function otherCluster(seat: string, known: string, found: string): ClusterError {
  return clusterError('refused', `${seat} belongs to the cluster ${found} now, not to ${known}.`, {
    advice: `Change the connection to a node of ${known}, or add another one for ${found}.`,
  });
}
