import type { ClusterError } from '#shared/model/cluster-error';
import { clusterError } from '#shared/model/cluster-error';
import { cancelOperation, fail, report } from '../engine/operations';
import { lookUp, type Simulation } from '../engine/simulation';
import type { MachineState } from '../state/machine-state';
import type { MigrationState } from '../state/migration-state';
import type { OperationState } from '../state/operation-state';
import type { RoleState } from '../state/role-state';
import { advanceRole, roleReference } from '../resources/role-advance';
import { tellDrains } from '../membership/drain-news';
import { endFailbackWait } from '../resources/failback-wait';
import { touchRole } from '../resources/role-ownership';
import { stopFlow } from './flows';
import { handoverTime } from './handover-time';
import { migrationRate } from './links';
import { dropPromise, promiseMemory } from './machine-power';
import { predictLiveMigration } from './migration-model';
import { migrationNetwork } from './migration-network';

/** Puts a live migration into the queue, with memory kept for it at its destination. Whoever calls has checked that it may go there. */
export function requestLiveMigration(
  sim: Simulation,
  role: RoleState,
  machine: MachineState,
  to: string,
  operation: OperationState,
): void {
  const from = machine.host;
  const network = migrationNetwork(sim, from, to);
  const rate = network === undefined ? 0 : migrationRate(sim, network.id);
  const migration: MigrationState = {
    id: sim.nextId('migration'),
    kind: 'live',
    ...{ operation: operation.id, role: role.id, machine: machine.id, from, to },
    network: null,
    phase: 'queued',
    startedAt: null,
    phaseAt: sim.now,
    suspendedAt: null,
    passes: [],
    flow: null,
    copying: 0,
    timer: null,
    predicted: predictLiveMigration(machine, rate, sim.db.settings, handoverTime(sim, role)),
    downtime: null,
    total: null,
  };
  sim.state.migrations.set(migration.id, migration);
  operation.migration = migration.id;
  promiseMemory(sim, machine, to);
  role.transition = { kind: 'live', migration: migration.id, operation: operation.id };
  sim.db.migrations.push(migration.id);
  touchRole(sim, role);
  startWaiting(sim);
  if (migration.phase === 'queued') {
    const limit = sim.db.settings.maximumParallelMigrations;
    sim.log(21501, from, roleReference(role), machine.name, limit === 1 ? '1 migration' : `${limit} migrations`);
  }
}

/** Slots that a node uses: a migration counts on both its nodes. */
function slotsUsed(sim: Simulation, node: string): number {
  let used = 0;
  for (const id of sim.db.migrations) {
    const { phase, from, to } = lookUp(sim.state.migrations, id);
    if (phase !== 'queued' && (from === node || to === node)) used += 1;
  }
  return used;
}

/** Starts what waits, in order of request, as far as there are slots at both ends. */
export function startWaiting(sim: Simulation): void {
  const limit = sim.db.settings.maximumParallelMigrations;
  for (const id of [...sim.db.migrations]) {
    const migration = lookUp(sim.state.migrations, id);
    if (migration.phase !== 'queued') continue;
    if (slotsUsed(sim, migration.from) < limit && slotsUsed(sim, migration.to) < limit) takeSlots(sim, migration);
    else report(sim, migration.operation, 'Waits for a migration slot');
  }
}

function takeSlots(sim: Simulation, migration: MigrationState): void {
  const network = migrationNetwork(sim, migration.from, migration.to);
  if (network === undefined) {
    failMigration(sim, migration, 'No network for live migration works at both ends.');
    return;
  }
  migration.network = network.id;
  migration.startedAt = sim.now;
  migration.phase = 'setup';
  migration.phaseAt = sim.now;
  migration.timer = sim.schedule(sim.now + sim.db.settings.migrationSetup, {
    type: 'migration.phase',
    migration: migration.id,
  });
  sim.state.progressing.add(migration.operation);
  report(sim, migration.operation, 'Migrating');
  sim.touch('operations', migration.operation);
  sim.touch('roles', migration.role);
}

/** Takes a migration that does not go on out of everything; the machine stays, running, at the source. */
function dropMigration(sim: Simulation, migration: MigrationState): void {
  if (migration.flow !== null) stopFlow(sim, migration.flow, Math.max(sim.now, migration.phaseAt));
  sim.cancel(migration.timer);
  migration.flow = null;
  migration.timer = null;
  migration.phase = 'done';
  sim.db.migrations = sim.db.migrations.filter((id) => id !== migration.id);
  const machine = sim.state.machines.get(migration.machine);
  if (machine !== undefined) dropPromise(sim, machine);
  const role = sim.db.roles.get(migration.role);
  if (role?.transition?.kind === 'live' && role.transition.migration === migration.id) {
    role.transition = null;
    endFailbackWait(sim, role);
    tellDrains(sim);
    touchRole(sim, role);
    advanceRole(sim, role);
  }
  sim.soon({ type: 'migration.queue' });
}

/** A live migration failed before the storage handles moved (21502). */
export function failMigration(sim: Simulation, migration: MigrationState, reason: string): void {
  const role = sim.role(migration.role);
  const machine = sim.machine(migration.machine);
  if (sim.node(migration.from).powered) {
    sim.log(21502, migration.from, roleReference(role), machine.name, reason);
  }
  dropMigration(sim, migration);
  const text = `Live migration of ${machine.name} from ${sim.node(migration.from).name} to ${sim.node(migration.to).name} failed.`;
  fail(sim, migration.operation, clusterError('refused', `${text} ${reason}`));
}

/** Cancels a live migration that waits or copies; answers why not when it is too late. */
export function cancelMigration(sim: Simulation, migration: MigrationState): ClusterError | null {
  if (migration.suspendedAt !== null) {
    return clusterError(
      'refused',
      'The machine is already being handed over: the migration cannot be cancelled any more.',
    );
  }
  const role = sim.role(migration.role);
  sim.log(21503, migration.from, roleReference(role), sim.machine(migration.machine).name);
  dropMigration(sim, migration);
  cancelOperation(sim, migration.operation);
  return null;
}

/** Nothing more comes to a node that is paused or being drained: migrations that wait to go there fail; what is on its way arrives. */
export function failWaitingTo(sim: Simulation, node: string): void {
  for (const id of [...sim.db.migrations]) {
    const migration = lookUp(sim.state.migrations, id);
    if (migration.to !== node || migration.phase !== 'queued') continue;
    failMigration(sim, migration, `${sim.node(node).name} takes no more roles.`);
  }
}

/** Fails the live migrations that run or wait between nodes of which one is gone. */
export function failMigrationsOf(sim: Simulation, node: string, reason: string): void {
  for (const id of [...sim.db.migrations]) {
    const migration = lookUp(sim.state.migrations, id);
    if (migration.from === node || migration.to === node) failMigration(sim, migration, reason);
  }
}
