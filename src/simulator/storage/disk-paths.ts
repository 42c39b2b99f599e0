import { lookUp, type Simulation } from '../engine/simulation';
import { attached } from '../fabric/reachability';
import type { DeviceState, DiskState, SessionState } from '../state/storage-state';

/** Whether a session carries I/O now: its path, its server and a network between them work. */
export function sessionWorks(sim: Simulation, session: SessionState): boolean {
  const server = lookUp(sim.state.servers, session.server);
  if (!session.working || !server.powered || !sim.node(session.node).powered) return false;
  return server.interfaces.some(({ network }) => attached(sim, sim.network(network), session.node));
}

/** The servers that serve a device now: they have power and an up-to-date copy. */
export function servingServers(sim: Simulation, device: DeviceState): readonly string[] {
  return device.current.filter((server) => lookUp(sim.state.servers, server).powered);
}

/** The sessions over which a node can reach a device: all with MPIO, without it the first path is the only one. */
function sessionsTo(sim: Simulation, device: DeviceState, node: string): readonly SessionState[] {
  const sessions = [...sim.state.sessions.values()].filter(
    (session) => session.node === node && device.mirrors.some(({ server }) => server === session.server),
  );
  return sim.state.mpio === 'none' ? sessions.slice(0, 1) : sessions;
}

/** The sessions over which a node could reach a device now, in order; none: it has no path. */
function workingSessions(sim: Simulation, device: DeviceState, node: string): readonly string[] {
  const serving = servingServers(sim, device);
  if (serving.length === 0) return [];
  const working = sessionsTo(sim, device, node).filter(
    (session) => serving.includes(session.server) && sessionWorks(sim, session),
  );
  return working.map(({ id }) => id);
}

/**
 * The sessions over which I/O of a node to a disk on a device goes: all that work with `roundRobin`; with `failOverOnly` one, the
 * same as before as long as it works.
 */
export function waysTo(sim: Simulation, disk: DiskState, node: string): readonly string[] {
  if (disk.device === null || !sim.node(node).powered) return [];
  const working = workingSessions(sim, lookUp(sim.state.devices, disk.device), node);
  if (sim.state.mpio === 'roundRobin') return working;
  const same = working.filter((session) => disk.ways.get(node)?.includes(session) === true);
  return [...same, ...working].slice(0, 1);
}

/**
 * Whether a node has a path to a disk, as it physically is: the disk works, and for one on a device a session of the node leads
 * to a server that serves it. A plain LUN is seen by every node that has power.
 */
export function diskReachable(sim: Simulation, disk: DiskState, node: string): boolean {
  if (!disk.working || !sim.node(node).powered) return false;
  return disk.device === null || workingSessions(sim, lookUp(sim.state.devices, disk.device), node).length > 0;
}

/** Whether I/O of a node to a disk goes on, or waits for a path that was lost less than 20 s ago. */
export function hasAccess(sim: Simulation, disk: DiskState, node: string): boolean {
  return sim.node(node).powered && disk.paths.get(node)?.state !== 'lost';
}
