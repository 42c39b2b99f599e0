import type { ClusterError } from '#shared/model/cluster-error';
import type { OperationState } from '../state/operation-state';
import type { Simulation } from './simulation';

/** Records a command that begins. */
export function beginOperation(
  sim: Simulation,
  spec: Pick<OperationState, 'command' | 'title' | 'input' | 'target' | 'initiator'> &
    Partial<Pick<OperationState, 'label' | 'parent'>>,
): OperationState {
  const operation: OperationState = {
    id: sim.nextId('operation'),
    label: spec.label ?? null,
    command: spec.command,
    title: spec.title,
    input: spec.input,
    target: spec.target,
    initiator: spec.initiator,
    parent: spec.parent ?? null,
    startedAt: sim.now,
    endedAt: null,
    outcome: 'running',
    error: null,
    text: 'Started',
    migration: null,
    parts: null,
  };
  sim.state.operations.set(operation.id, operation);
  sim.touch('operations', operation.id);
  return operation;
}

function end(sim: Simulation, id: string | null, change: (operation: OperationState) => void): void {
  const operation = id === null ? undefined : sim.state.operations.get(id);
  if (id === null || operation?.outcome !== 'running') return;
  operation.endedAt = sim.now;
  sim.state.progressing.delete(id);
  change(operation);
  sim.touch('operations', id);
  if (operation.parent !== null) sim.soon({ type: 'drain.check', operation: operation.parent });
}

/** Ends an operation well. Null, or one that is over or forgotten, is left alone, here and below. */
export function succeed(sim: Simulation, id: string | null, text = 'Done'): void {
  end(sim, id, (operation) => {
    operation.outcome = 'succeeded';
    operation.text = text;
  });
}

/** Ends an operation that failed or was refused. */
export function fail(sim: Simulation, id: string | null, error: ClusterError): void {
  end(sim, id, (operation) => {
    operation.outcome = 'failed';
    operation.error = error;
    operation.text = error.message;
  });
}

/** Ends an operation that was cancelled. */
export function cancelOperation(sim: Simulation, id: string | null, text = 'Cancelled'): void {
  end(sim, id, (operation) => {
    operation.outcome = 'cancelled';
    operation.text = text;
  });
}

/** Says what a running operation does now. */
export function report(sim: Simulation, id: string | null, text: string): void {
  const operation = id === null ? undefined : sim.state.operations.get(id);
  if (id === null || operation?.outcome !== 'running' || operation.text === text) return;
  operation.text = text;
  sim.touch('operations', id);
}

/** Forgets operations that are over, the oldest first, with their migrations, until so many are left. Those that run stay. */
export function forgetOperations(sim: Simulation, left: number): void {
  const { operations, migrations } = sim.state;
  let excess = operations.size - left;
  if (excess <= 0) return;
  const needed = migrationsUnderWay(sim);
  for (const { id, outcome, migration } of operations.values()) {
    if (excess <= 0) return;
    if (outcome === 'running' || (migration !== null && needed.has(migration))) continue;
    operations.delete(id);
    sim.state.files.delete(id);
    if (migration !== null) migrations.delete(migration);
    sim.touch('operations', id);
    excess -= 1;
  }
}

/** Migrations that a role is in the middle of, whatever became of the command that asked for them. */
function migrationsUnderWay(sim: Simulation): ReadonlySet<string> {
  const under = new Set<string>();
  for (const { state } of [sim, ...sim.guests.values()]) {
    for (const database of state.databases.values()) {
      for (const id of database.migrations) under.add(id);
      for (const { transition } of database.roles.values())
        if ((transition?.kind === 'move' || transition?.kind === 'live') && transition.migration !== null)
          under.add(transition.migration);
    }
  }
  return under;
}
