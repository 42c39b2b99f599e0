import type { Fault } from '#shared/faults/fault';
import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type { ScenarioNetwork, ScenarioNode, ScenarioStorage } from './scenario-fabric';
import type { TimelineEntry } from './scenario-story';
import type { World } from './world';

/** What faults can break. */
export interface Breakable {
  readonly world: World;
  readonly log: ProblemLog;
  readonly nodes: readonly ScenarioNode[];
  /** Networks of the start; the timeline may give them other names. */
  readonly networks: readonly ScenarioNetwork[];
  readonly storage: ScenarioStorage | null;
  /** Whether the cluster has a witness at the start. */
  readonly witness: boolean;
}

/** Complains of faults of something that the cluster does not have. */
export function checkFaults(timeline: readonly Entry<TimelineEntry>[], all: Breakable): void {
  const later = timeline.some(
    ({ value: { action } }) => action.kind === 'command' && action.command === 'cluster.setQuorum',
  );
  for (const { value, path } of timeline) {
    if (value.action.kind !== 'fault') continue;
    const { fault } = value.action;
    const lacking = lackOf(fault, { ...all, witness: all.witness || later });
    if (lacking === null) continue;
    const [field, expected] = lacking;
    all.log.complain({ path: [...path, field], expected, found: inWords((fault as Record<string, unknown>)[field]) });
  }
}

/** The field that names what is not there, and what was expected; null: nothing is missing. */
function lackOf(
  fault: Fault,
  { world, nodes, networks, storage, witness }: Breakable,
): readonly [string, string] | null {
  switch (fault.fault) {
    case 'witness.fail':
    case 'witness.repair':
      return witness ? null : ['fault', 'a fault of what the cluster has, which has no witness'];
    case 'path.fail':
    case 'path.repair':
      return lackOfPath(fault, world, storage);
    case 'storageServer.crash':
    case 'storageServer.powerOn':
      return hasNone(storage?.servers)
        ? ['fault', 'a fault of what the cluster has, which has no storage servers']
        : null;
    case 'syncLink.fail':
    case 'syncLink.repair':
      return lackOfMirror(fault.device, world, storage);
    case 'network.partition':
      return namesTwice(fault.groups.flat().map((name) => world.nodes.find(name) ?? name))
        ? ['groups', 'groups in which each node stands once']
        : null;
    case 'nic.fail':
    case 'nic.repair': {
      const node = nodes.find(({ name }) => name === world.nodes.find(fault.node));
      const network = world.networks.find(fault.network);
      if (node === undefined || !networks.some(({ name }) => name === network)) return null;
      if (node.interfaces.some((nic) => nic.network === network)) return null;
      return ['network', `a network on which ${node.name} has an interface`];
    }
    default:
      return null;
  }
}

/** A path is a session of a node with a storage server. */
function lackOfPath(
  { node, server }: { readonly node: string; readonly server: string },
  world: World,
  storage: ScenarioStorage | null,
): readonly [string, string] | null {
  if (hasNone(storage?.servers)) return ['fault', 'a fault of what the cluster has, which has no storage servers'];
  const [from, to] = [world.nodes.find(node), world.servers.find(server)];
  if (from === undefined || to === undefined) return null;
  const known = storage?.sessions.some((session) => session.node === from && session.server === to) === true;
  return known ? null : ['server', `a storage server with which ${from} has an iSCSI session`];
}

/** A synchronization link joins the two servers of a mirrored device. */
function lackOfMirror(name: string, world: World, storage: ScenarioStorage | null): readonly [string, string] | null {
  const mirrored = storage?.devices.filter(({ mirrors }) => mirrors.length > 1);
  if (hasNone(mirrored)) return ['fault', 'a fault of what the cluster has, which has no mirrored devices'];
  const device = world.devices.find(name);
  if (device === undefined || mirrored?.some((mirror) => mirror.name === device) === true) return null;
  return ['device', 'a device with two mirrors'];
}

function namesTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}

function hasNone(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
