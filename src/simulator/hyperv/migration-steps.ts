import { succeed } from '../engine/operations';
import type { Simulation } from '../engine/simulation';
import type { MigrationState } from '../state/migration-state';
import { isAlive } from '../membership/alive';
import { tellDrains } from '../membership/drain-news';
import { advanceRole, roleReference } from '../resources/role-advance';
import { endFailbackWait } from '../resources/failback-wait';
import { setOwner, touchRole } from '../resources/role-ownership';
import { setDiskOwner } from '../storage/disk-ownership';
import type { RoleState } from '../state/role-state';
import { diskReachable } from '../storage/disk-paths';
import { startFlow } from './flows';
import { handoverTime } from './handover-time';
import { failMigration } from './live-migration';
import { networkLink } from './links';
import { announceRoom, releaseMemory, takeMemory } from './machine-power';
import { dirtied, isLastCopy } from './migration-model';

/** A phase that copies nothing is over: setup, handover of the storage, or resumption. */
export function onMigrationPhase(sim: Simulation, id: string): void {
  const migration = sim.state.migrations.get(id);
  if (migration === undefined) return;
  migration.timer = null;
  if (migration.phase === 'setup') {
    const at = migration.phaseAt + sim.db.settings.migrationSetup;
    copyNext(sim, migration, sim.machine(migration.machine).usedMemory, at);
  } else if (migration.phase === 'handover') handOver(sim, migration);
  else if (migration.phase === 'resume') finishMigration(sim, migration);
}

/** A copy is over, at an exact time: what was dirtied meanwhile comes next, or the machine is handed over. */
export function onCopied(sim: Simulation, id: string, at: number): void {
  const migration = sim.state.migrations.get(id);
  if (migration === undefined) return;
  const duration = at - migration.phaseAt;
  migration.flow = null;
  migration.passes.push({ bytes: migration.copying, duration });
  if (migration.phase === 'suspended') beginHandover(sim, migration, at);
  else copyNext(sim, migration, dirtied(sim.machine(migration.machine), duration), at);
}

function copyNext(sim: Simulation, migration: MigrationState, bytes: number, at: number): void {
  const last = isLastCopy(sim.db.settings, bytes, migration.passes.length);
  migration.phase = last ? 'suspended' : 'copy';
  if (last) migration.suspendedAt = at;
  migration.phaseAt = at;
  migration.copying = bytes;
  sim.touch('operations', migration.operation);
  if (bytes === 0) {
    onCopied(sim, migration.id, at);
    return;
  }
  const network = migration.network ?? '';
  migration.flow = startFlow(sim, {
    purpose: { kind: 'migration', migration: migration.id },
    links: [networkLink('out', migration.from, network), networkLink('in', migration.to, network)],
    bytes,
    at,
  }).id;
}

function beginHandover(sim: Simulation, migration: MigrationState, at: number): void {
  migration.phase = 'handover';
  migration.phaseAt = at;
  const time = handoverTime(sim, sim.role(migration.role));
  if (time === 0) handOver(sim, migration);
  else {
    migration.timer = sim.schedule(at + time, { type: 'migration.phase', migration: migration.id });
    sim.touch('operations', migration.operation);
  }
}

/**
 * The storage handles move: from now on the machine belongs to the destination. With a dead peer they cannot: the machine waits,
 * suspended, until that peer leaves the membership, and the migration fails.
 */
function handOver(sim: Simulation, migration: MigrationState): void {
  if (!isAlive(sim, migration.from) || !isAlive(sim, migration.to)) return;
  const role = sim.role(migration.role);
  const machine = sim.machine(migration.machine);
  const problem = diskObstacle(sim, role, migration.to);
  if (problem !== null) {
    failMigration(sim, migration, problem);
    return;
  }
  migration.phaseAt += handoverTime(sim, role);
  migration.phase = 'resume';
  releaseMemory(sim, machine);
  takeMemory(sim, machine, migration.to);
  for (const resource of sim.resourcesOf(role)) {
    if (resource.disk !== null) setDiskOwner(sim, resource.disk, migration.to);
  }
  setOwner(sim, role, migration.to);
  const at = migration.phaseAt + sim.db.settings.migrationResume;
  migration.timer = sim.schedule(at, { type: 'migration.phase', migration: migration.id });
  sim.touch('operations', migration.operation);
}

/** Why a node cannot take the disks of a role, as it finds out when it tries (1034); null: it can. */
function diskObstacle(sim: Simulation, role: RoleState, node: string): string | null {
  for (const { name, disk } of sim.resourcesOf(role)) {
    if (disk === null || diskReachable(sim, sim.disk(disk), node)) continue;
    sim.log(1034, node, { kind: 'disk', name }, name, sim.node(node).name);
    return `Disk ${name} cannot be reached from ${sim.node(node).name}.`;
  }
  return null;
}

/** A destination that lost its power meanwhile brings nothing to life: the machine is lost with it, as soon as that is noticed. */
function finishMigration(sim: Simulation, migration: MigrationState): void {
  if (!sim.node(migration.to).powered) return;
  const end = migration.phaseAt + sim.db.settings.migrationResume;
  migration.phase = 'done';
  migration.phaseAt = end;
  migration.total = Math.round(end - (migration.startedAt ?? end));
  migration.downtime = Math.round(end - (migration.suspendedAt ?? end));
  sim.db.migrations = sim.db.migrations.filter((id) => id !== migration.id);
  const role = sim.role(migration.role);
  const { name } = sim.machine(migration.machine);
  const long = migration.downtime > sim.db.settings.tcpTimeout;
  const logs = sim.node(migration.from).powered ? migration.from : migration.to;
  sim.log(long ? 20417 : 20415, logs, roleReference(role), name, migration.downtime / 1000);
  if (role.transition?.kind === 'live') role.transition = null;
  endFailbackWait(sim, role);
  succeed(sim, migration.operation, `On ${sim.node(migration.to).name}`);
  touchRole(sim, role);
  announceRoom(sim);
  tellDrains(sim);
  sim.soon({ type: 'migration.queue' });
  advanceRole(sim, role);
}
