import type { ClusterError } from '#shared/model/cluster-error';
import type { OperationState } from '../state/operation-state';
import { lookUp, type Simulation } from './simulation';

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
  if (id === null) return;
  const operation = lookUp(sim.state.operations, id);
  if (operation.outcome !== 'running') return;
  operation.endedAt = sim.now;
  sim.state.progressing.delete(id);
  change(operation);
  sim.touch('operations', id);
  if (operation.parent !== null) sim.soon({ type: 'drain.check', operation: operation.parent });
}

/** Ends an operation well. Null, or one that is over, is left alone, here and below. */
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
  if (id === null) return;
  const operation = lookUp(sim.state.operations, id);
  if (operation.outcome !== 'running' || operation.text === text) return;
  operation.text = text;
  sim.touch('operations', id);
}
