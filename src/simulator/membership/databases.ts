import { fromPlain, toPlain } from '../engine/serialisation';
import { lookUp, type Simulation } from '../engine/simulation';
import type { DatabaseState } from '../state/database-state';

function numberOf({ id }: DatabaseState): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** All configurations that nodes run or have on their disks, the one that was started by force last first. */
export function newestFirst(sim: Simulation): readonly DatabaseState[] {
  return [...sim.state.databases.values()].sort((a, b) => numberOf(b) - numberOf(a));
}

/** The snapshot shows the running partition that was started by force last; where none runs the one shown before. */
export function showRunning(sim: Simulation): void {
  const running = newestFirst(sim).find(({ members }) => members.length > 0);
  if (running === undefined || running.id === sim.state.primary) return;
  sim.state.primary = running.id;
  sim.touchAll();
}

/** Drops configurations that no node runs or has any more. */
export function forgetUnused(sim: Simulation): void {
  const used = new Set([...sim.state.nodes.values()].map(({ copy }) => copy));
  for (const { id, members } of [...sim.state.databases.values()]) {
    if (id !== sim.state.primary && members.length === 0 && !used.has(id)) sim.state.databases.delete(id);
  }
}

/** A copy of a configuration that goes its own way from now on: nothing of it runs, and nothing is under way. */
export function copyDatabase(sim: Simulation, from: string): DatabaseState {
  const source = lookUp(sim.state.databases, from);
  const copy: DatabaseState = {
    ...(fromPlain(toPlain(source)) as DatabaseState),
    id: sim.nextId('database'),
    members: [],
    missed: new Map(),
    unreachable: new Set(),
    heartbeat: null,
    regroup: null,
    witnessCheck: null,
    shutdown: null,
    migrations: [],
    lacking: new Set(),
    starting: new Map(),
  };
  for (const role of copy.roles.values())
    Object.assign(role, {
      transition: null,
      waiting: false,
      preempted: false,
      exhausted: false,
      unmonitored: false,
      retry: null,
      failbackDue: null,
      failbackWaits: false,
    });
  for (const resource of copy.resources.values()) {
    Object.assign(resource, { state: 'Offline', timer: null, check: null, operation: null });
  }
  for (const volume of copy.volumes.values()) Object.assign(volume, { state: 'Offline', timer: null });
  for (const record of copy.records.values()) {
    Object.assign(record, { isolation: null, quarantine: null });
    Object.assign(record.drain, { status: record.drain.ended, operation: null, pending: [], stuck: [] });
  }
  sim.state.databases.set(copy.id, copy);
  return copy;
}
