import type { MigrationPrediction } from '#shared/model/live-migration';
import { lookUp, type Simulation } from '../engine/simulation';
import { moveRole } from '../resources/role-actions';
import { machinesOf } from '../resources/role-ownership';
import type { MachineState } from '../state/machine-state';
import type { MigrationState } from '../state/migration-state';
import type { MoveCause, RoleState } from '../state/role-state';
import { plainDiskThroughput } from './links';
import { handoverTime } from './handover-time';

/** How a machine leaves its node: its own offline action, or always by saving. */
export type QuickAction = 'offlineAction' | 'save';

/** Moves a role with machines: save → resources offline → owner changes → online → restore. Takes no migration slot. */
export function quickMigrate(
  sim: Simulation,
  role: RoleState,
  to: string,
  how: { readonly cause: MoveCause; readonly operation: string; readonly action: QuickAction },
): void {
  const [machine] = machinesOf(sim, role);
  if (machine === undefined || !role.online) {
    moveRole(sim, role, to, how);
    return;
  }
  if (how.action === 'save') for (const each of machinesOf(sim, role)) each.offlineOnce = 'save';
  const migration: MigrationState = {
    id: sim.nextId('migration'),
    kind: 'quick',
    operation: how.operation,
    role: role.id,
    machine: machine.id,
    from: role.owner ?? to,
    to,
    network: null,
    phase: 'copy',
    startedAt: sim.now,
    phaseAt: sim.now,
    suspendedAt: sim.now,
    passes: [],
    flow: null,
    copying: 0,
    timer: null,
    predicted: predictQuickMigration(sim, role, machine),
    downtime: null,
    total: null,
  };
  sim.state.migrations.set(migration.id, migration);
  lookUp(sim.state.operations, how.operation).migration = migration.id;
  sim.state.progressing.add(how.operation);
  moveRole(sim, role, to, { ...how, migration: migration.id });
}

/** How long a quick migration takes when nothing else uses the disk. Downtime is all of it. */
export function predictQuickMigration(sim: Simulation, role: RoleState, machine: MachineState): MigrationPrediction {
  const disk = machine.disks[0];
  const rate = disk === undefined ? plainDiskThroughput : sim.disk(disk).throughput;
  const saves = (machine.offlineOnce ?? machine.offlineAction) === 'save';
  const memory = saves ? 2 * (machine.usedMemory / rate) * 1000 : 0;
  const parts = sim.resourcesOf(role).filter((resource) => resource.machine === machine.id);
  const times = parts.reduce((sum, { onlineTime, offlineTime }) => sum + onlineTime + offlineTime, 0);
  const total = Math.round(memory + times + handoverTime(sim, role));
  return { total, downtime: total };
}
