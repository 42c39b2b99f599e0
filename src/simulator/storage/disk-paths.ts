import { lookUp, type Simulation } from '../engine/simulation';
import { attached } from '../fabric/reachability';
import type { DiskState, SessionState } from '../state/storage-state';

/** Whether a session carries I/O now: its path, its server and a network between them work. */
export function sessionWorks(sim: Simulation, session: SessionState): boolean {
  const server = lookUp(sim.state.servers, session.server);
  if (!session.working || !server.powered || !sim.node(session.node).powered) return false;
  return server.interfaces.some(({ network }) => attached(sim, sim.network(network), session.node));
}

/**
 * Whether a node reaches a disk: the disk works, and for one on a device a session of the node leads to a server that has
 * an up-to-date copy. A plain LUN is seen by every node that has power.
 */
export function diskReachable(sim: Simulation, disk: DiskState, node: string): boolean {
  if (!disk.working || !sim.node(node).powered) return false;
  if (disk.device === null) return true;
  const device = lookUp(sim.state.devices, disk.device);
  for (const session of sim.state.sessions.values()) {
    if (session.node === node && device.current.includes(session.server) && sessionWorks(sim, session)) return true;
  }
  return false;
}
