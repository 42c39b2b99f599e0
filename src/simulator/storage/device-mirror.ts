import { lookUp, type Simulation } from '../engine/simulation';
import type { CopyBehind, DeviceState } from '../state/storage-state';
import { servingServers } from './disk-paths';

/**
 * Bytes a second that are assumed to be written to a device whose copies are apart, for the size of a fast synchronization: the
 * default rate at which machines dirty memory. Nothing says what machines write to disks.
 */
const assumedWriteRate = 10 * 1024 * 1024;

function isPowered(sim: Simulation, server: string): boolean {
  return lookUp(sim.state.servers, server).powered;
}

function primaryOf(device: DeviceState): string | undefined {
  return device.mirrors.find(({ priority }) => priority === 'primary')?.server;
}

function cancelSync(sim: Simulation, device: DeviceState): void {
  sim.cancel(device.sync?.event ?? null);
  device.sync = null;
}

/** A copy gets no writes from now on. */
function fallBehind(sim: Simulation, device: DeviceState, server: string): void {
  device.current = device.current.filter((other) => other !== server);
  if (!device.behind.has(server)) device.behind.set(server, { since: sim.now, full: false });
}

/** What a copy lacks, in bytes: all of it when nobody knows. */
function lackingBytes(sim: Simulation, device: DeviceState, { since, full }: CopyBehind): number {
  return full ? device.size : Math.min(device.size, Math.round(((sim.now - since) * assumedWriteRate) / 1000));
}

/**
 * A storage server lost its power. The other serves alone. With both off the device is gone; the one that served last leads,
 * and nobody knows what the other lacks. Two that went in the same moment served last both: either can lead.
 */
export function loseMirror(sim: Simulation, device: DeviceState, server: string): void {
  if (!device.mirrors.some((mirror) => mirror.server === server)) return;
  const syncing = device.sync !== null;
  cancelSync(sim, device);
  const others = servingServers(sim, device).filter((other) => other !== server);
  if (others.length > 0) {
    fallBehind(sim, device, server);
    return;
  }
  for (const [other, behind] of device.behind) {
    behind.full ||= syncing || device.current.includes(server);
    if (behind.since < sim.now || !device.current.includes(server)) continue;
    device.behind.delete(other);
    device.current.push(other);
  }
}

/** A storage server has power again, or the link between two works again: what lacks writes is brought up to date. */
export function regainMirror(sim: Simulation, device: DeviceState): void {
  const [source] = servingServers(sim, device);
  if (source === undefined) return;
  for (const server of device.current.filter((other) => !isPowered(sim, other))) {
    fallBehind(sim, device, server);
    device.behind.set(server, { since: sim.now, full: true });
  }
  if (device.sync !== null || !device.linkWorking) return;
  for (const [server, behind] of device.behind) if (isPowered(sim, server)) beginSync(sim, device, server, behind);
}

/** Fast synchronization (what changed) or full (state unknown) at `syncRate`; there is no path over the copy before its end. */
function beginSync(sim: Simulation, device: DeviceState, server: string, behind: CopyBehind): void {
  const bytes = lackingBytes(sim, device, behind);
  const endsAt = sim.now + Math.ceil((bytes / device.syncRate) * 1000);
  const event = sim.schedule(endsAt, { type: 'device.synchronized', device: device.id });
  device.sync = { server, bytes, startedAt: sim.now, endsAt, event };
}

/** The copy has every write: it serves again. */
export function endSync(device: DeviceState): void {
  const { sync } = device;
  if (sync === null) return;
  device.sync = null;
  device.behind.delete(sync.server);
  device.current = device.mirrors.map(({ server }) => server).filter((server) => !device.behind.has(server));
}

/** The link over which two servers mirror is lost while they still hear each other: the secondary blocks its I/O. */
export function loseLink(sim: Simulation, device: DeviceState): void {
  device.linkWorking = false;
  cancelSync(sim, device);
  const serving = servingServers(sim, device);
  if (serving.length < 2) return;
  const stays = primaryOf(device);
  for (const server of serving) if (server !== stays) fallBehind(sim, device, server);
}
