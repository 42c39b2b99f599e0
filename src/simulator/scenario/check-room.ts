import type { Release } from '#shared/model/release';
import { sizeInWords } from '#shared/commands/words';
import { guestNodeLimit, limitsOf, releaseTitle } from './limits';
import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioNode } from './scenario-fabric';
import type { ScenarioGuestCluster, ScenarioMachine, ScenarioRole } from './scenario-role';

/** What needs room. */
export interface Crowd {
  readonly release: Release;
  readonly nodes: readonly ScenarioNode[];
  readonly roles: readonly Entry<ScenarioRole>[];
  readonly machines: readonly Entry<ScenarioMachine>[];
  readonly guestClusters: readonly Entry<ScenarioGuestCluster>[];
}

/** Complains of more nodes and machines than the release allows, naming the limit. */
export function checkLimits({ release, nodes, roles, guestClusters }: Crowd, log: ProblemLog): void {
  const limits = limitsOf(release);
  const of = `(the limit of ${releaseTitle(release)})`;
  if (nodes.length > limits.nodes) {
    const expected = `at most ${limits.nodes} nodes ${of}`;
    log.complain({ path: ['nodes', limits.nodes], expected, found: String(nodes.length) });
  }
  const clustered = roles.filter(({ value }) => value.machine !== null);
  const excess = clustered[limits.machines];
  if (excess !== undefined) {
    const expected = `at most ${limits.machines} virtual machines ${of}`;
    log.complain({ path: excess.path, expected, found: String(clustered.length) });
  }
  for (const { path, value } of guestClusters) {
    const limit = guestNodeLimit(value.release);
    if (value.nodes.length <= limit) continue;
    const expected = `at most ${limit} nodes of a guest cluster (the limit of ${releaseTitle(value.release)})`;
    log.complain({ path: [...path, 'nodes', limit], expected, found: String(value.nodes.length) });
  }
}

interface Running {
  readonly path: readonly PropertyKey[];
  readonly host: string | null;
  readonly memory: number;
}

/** Every machine that runs at the start, in file order. */
function runningMachines({ roles, machines }: Crowd): readonly Running[] {
  const clustered = roles.flatMap(({ path, value: { machine, owner, state } }) =>
    machine === null || state === 'offline' ? [] : [{ path, host: owner, memory: machine.memory }],
  );
  const single = machines.flatMap(({ path, value: { host, state, spec } }) =>
    state === 'offline' ? [] : [{ path, host, memory: spec.memory }],
  );
  return [...clustered, ...single].sort((left, right) => Number(left.path[1]) - Number(right.path[1]));
}

/** Complains where more machines, or more memory than it has, are to run on a node at the start. */
export function checkRoom(crowd: Crowd, log: ProblemLog): void {
  const { machinesPerNode } = limitsOf(crowd.release);
  const hosts = new Map(
    crowd.nodes.map((node) => [node.name, { free: node.memory - node.hostReserve, count: 0, full: false }]),
  );
  for (const { path, host, memory } of runningMachines(crowd)) {
    const room = host === null ? undefined : hosts.get(host);
    if (room === undefined) continue;
    room.count += 1;
    if (room.count === machinesPerNode + 1) {
      const expected = `at most ${machinesPerNode} virtual machines on a node (the limit of ${releaseTitle(crowd.release)})`;
      log.complain({ path, expected, found: `one more on ${inWords(host)}` });
    }
    if (memory > room.free && !room.full) {
      const left = room.free === 0 ? 'none' : sizeInWords(room.free);
      const expected = `at most the memory that is left on ${inWords(host)} (${left})`;
      log.complain({ path: [...path, 'memory'], expected, found: sizeInWords(memory) });
      room.full = true;
    }
    room.free -= memory;
  }
}
