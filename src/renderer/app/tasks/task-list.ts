import { waitsForSlot } from '#shared/commands/rules/role-rules';
import type { ClusterView } from '#shared/model/cluster-view';
import type { Operation } from '#shared/model/operation';
import type { StatusWords } from '../../lib/tone';
import { formatPercent } from '../../lib/format/numbers';

/** An operation with those that are part of it. */
export interface Task {
  readonly operation: Operation;
  /** Those that run first, then those that have not begun, then those that are over; each newest first. */
  readonly parts: readonly Operation[];
}

/** What the task list shows. */
export interface TaskList {
  /** Newest first; all that run and the newest that are over. */
  readonly tasks: readonly Task[];
  readonly running: number;
  /** How many older ones are not shown. */
  readonly older: number;
}

/** Tasks that are over of which the list shows no more. */
const endedLimit = 200;

/** Operations as tasks. An operation whose parent is gone stands by itself. */
export function taskList(operations: readonly Operation[]): TaskList {
  const known = new Set(operations.map(({ id }) => id));
  const parts = new Map<string, Operation[]>();
  const roots: Operation[] = [];
  for (const operation of operations) {
    const { parent } = operation;
    if (parent === null || !known.has(parent)) roots.push(operation);
    else parts.set(parent, [...(parts.get(parent) ?? []), operation]);
  }
  const tasks = roots
    .map((operation) => ({ operation, parts: [...(parts.get(operation.id) ?? [])].sort(runningFirst) }))
    .sort((a, b) => newestFirst(a.operation, b.operation));
  const ended = tasks.filter(({ operation }) => operation.outcome !== 'running');
  const hidden = new Set(ended.slice(endedLimit));
  return {
    tasks: tasks.filter((task) => !hidden.has(task)),
    running: tasks.length - ended.length,
    older: hidden.size,
  };
}

function newestFirst(a: Operation, b: Operation): number {
  return b.startedAt - a.startedAt;
}

function runningFirst(a: Operation, b: Operation): number {
  return turnOf(a) - turnOf(b) || newestFirst(a, b);
}

function turnOf({ outcome, migration }: Operation): number {
  if (outcome !== 'running') return 2;
  return migration?.kind === 'live' && migration.step === 0 ? 1 : 0;
}

/** Whether an operation has not begun because its machine waits for a free migration slot. */
export function isQueued({ outcome, migration, target }: Operation, view: ClusterView): boolean {
  if (outcome !== 'running' || migration === null || target?.kind !== 'role') return false;
  const role = view.role(target.name);
  return role !== undefined && waitsForSlot(role, migration);
}

/** How an operation stands, in a word or its percentage. `queued`: see {@link isQueued}. */
export function outcomeInWords({ outcome, progress }: Operation, queued = false): StatusWords {
  switch (outcome) {
    case 'running':
      if (queued) return { tone: 'progress', text: 'Queued' };
      return { tone: 'progress', text: progress.percent === null ? 'Running' : formatPercent(progress.percent) };
    case 'succeeded':
      return { tone: 'ok', text: 'Completed' };
    case 'failed':
      return { tone: 'error', text: 'Failed' };
    case 'cancelled':
      return { tone: 'cancelled', text: 'Cancelled' };
    case 'unknown':
      return { tone: 'unknown', text: 'Outcome unknown' };
  }
}

/** What happens in an operation, or how it ended and what to do. */
export function explanationOf({ error, progress }: Operation): string {
  if (error === null) return progress.text;
  return error.advice === null ? error.message : `${error.message} ${error.advice}`;
}
