import type { ConnectionState } from '#shared/contract/cluster-update';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { ClusterAccess } from '../../lib/cluster-context';
import { equalFields, equalLists } from '../../lib/equality';
import { countProblems, sameCounts, type ProblemCount } from '../problems/problem-counts';
import type { TimeScale } from '../../lib/format/time';
import type { CountedProblem } from '../feature';
import type { Registry } from '../registry';
import { clusterNames, sameNames, type ClusterName } from './cluster-names';

/** A node or a network, as the tree needs it. */
export interface IdAndName {
  readonly id: string;
  readonly name: string;
}

/** What the window knows of a cluster even while it shows another one. */
export interface ClusterStanding {
  readonly access: ClusterAccess;
  /** The name that the cluster has for itself; empty: not known yet. */
  readonly own: string;
  /** Whether there is something to show. */
  readonly loaded: boolean;
  readonly connection: ConnectionState;
  readonly nodes: readonly IdAndName[];
  readonly networks: readonly IdAndName[];
  /** What is wrong now, counted. */
  readonly problems: readonly ProblemCount[];
  /** Newest first. */
  readonly events: readonly ClusterEvent[];
  /** How many tasks run. */
  readonly running: number;
}

/** How all clusters stand. */
export interface Standings {
  /** In the order of the tree; each the same object until something in it changed. */
  readonly all: readonly ClusterStanding[];
  /** What they are called, by the id of the connection; the same object until a name changed. */
  readonly names: ReadonlyMap<string, ClusterName>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Follows clusters: each is looked at when its own store tells of a change, and no other. */
export function clusterStandings(clusters: readonly ClusterAccess[], problems: Registry['problems']): Standings {
  // Ticks of the clock and events change nothing in the snapshot, and thousands of roles are not looked at for them.
  const looked = new WeakMap<
    ClusterAccess,
    { readonly snapshot: unknown; readonly found: readonly CountedProblem[] }
  >();
  const problemsOf = (access: ClusterAccess, scale: TimeScale): readonly CountedProblem[] => {
    const { view } = access.store.reading;
    const last = looked.get(access);
    if (last?.snapshot === view.snapshot) return last.found;
    const found = problems(view, scale);
    looked.set(access, { snapshot: view.snapshot, found });
    return found;
  };
  let all = clusters.map((access) => standingOf(access, problemsOf));
  let names = namesOf(all);
  const look = (access: ClusterAccess): boolean => {
    const before = all.find((standing) => standing.access === access);
    if (before === undefined) return false;
    const now = keep(before, standingOf(access, problemsOf));
    if (now === before) return false;
    all = all.map((standing) => (standing === before ? now : standing));
    const next = namesOf(all);
    if (!sameNames(names, next)) names = next;
    return true;
  };
  return {
    get all() {
      return all;
    },
    get names() {
      return names;
    },
    subscribe: (listener) => {
      const stops = clusters.map((access) => {
        look(access);
        return access.store.subscribe(() => (look(access) ? listener() : undefined));
      });
      return () => stops.forEach((stop) => stop());
    },
  };
}

function namesOf(standings: readonly ClusterStanding[]): ReadonlyMap<string, ClusterName> {
  return clusterNames(standings.map(({ access: { connection }, own }) => ({ connection, own })));
}

type ProblemsOf = (access: ClusterAccess, scale: TimeScale) => readonly CountedProblem[];

function standingOf(access: ClusterAccess, problemsOf: ProblemsOf): ClusterStanding {
  const { connection, store } = access;
  const { loaded, view, recentEvents } = store.reading;
  const scale = connection.capabilities.training ? 'simulated' : 'real';
  return {
    access,
    own: view.snapshot.cluster.name,
    loaded,
    connection: store.reading.connection,
    nodes: view.snapshot.nodes.map(idAndName),
    networks: view.snapshot.networks.map(idAndName),
    problems: loaded ? countProblems(problemsOf(access, scale)) : [],
    events: recentEvents,
    running: view.snapshot.operations.filter(({ outcome, parent }) => outcome === 'running' && parent === null).length,
  };
}

function idAndName({ id, name }: IdAndName): IdAndName {
  return { id, name };
}

/** The new standing with the old parts where they say the same; the old one where nothing changed. */
function keep(before: ClusterStanding, next: ClusterStanding): ClusterStanding {
  const kept: ClusterStanding = {
    ...next,
    nodes: equalLists(before.nodes, next.nodes, equalFields) ? before.nodes : next.nodes,
    networks: equalLists(before.networks, next.networks, equalFields) ? before.networks : next.networks,
    problems: sameCounts(before.problems, next.problems) ? before.problems : next.problems,
  };
  const same = (Object.keys(kept) as (keyof ClusterStanding)[]).every((key) => kept[key] === before[key]);
  return same ? before : kept;
}
