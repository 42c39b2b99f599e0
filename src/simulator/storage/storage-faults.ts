import type { Simulation } from '../engine/simulation';
import type { DeviceState, SessionState, StorageServerState } from '../state/storage-state';
import { endSync, loseLink, loseMirror, regainMirror } from './device-mirror';
import { watchPaths } from './path-watch';

/** Something of the storage changed: what depends on paths looks at it anew. */
function storageChanged(sim: Simulation): void {
  sim.changes.fabric = true;
  sim.touchSingle('storage');
  watchPaths(sim);
}

/** A storage server loses power, or gets it back and serves at once. */
export function setServerPower(sim: Simulation, server: StorageServerState, powered: boolean): void {
  if (server.powered === powered) return;
  for (const device of sim.state.devices.values()) if (!powered) loseMirror(sim, device, server.id);
  server.powered = powered;
  for (const device of sim.state.devices.values()) if (powered) regainMirror(sim, device);
  storageChanged(sim);
}

/** The path between a node and a storage server breaks, or works again. */
export function setPath(sim: Simulation, sessions: readonly SessionState[], working: boolean): void {
  for (const session of sessions) session.working = working;
  storageChanged(sim);
}

/** The link over which a device is mirrored breaks, or works again. */
export function setSyncLink(sim: Simulation, device: DeviceState, working: boolean): void {
  if (device.linkWorking === working) return;
  if (working) {
    device.linkWorking = true;
    regainMirror(sim, device);
  } else loseLink(sim, device);
  storageChanged(sim);
}

/** The synchronization of a device is done. */
export function onSynchronized(sim: Simulation, id: string): void {
  const device = sim.state.devices.get(id);
  if (device === undefined) return;
  endSync(device);
  storageChanged(sim);
}

/** At the start of a scenario: copies that are not synchronized begin to be. */
export function startSynchronization(sim: Simulation): void {
  for (const device of sim.state.devices.values()) regainMirror(sim, device);
}
