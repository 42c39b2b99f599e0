import type { Operation } from '#shared/model/operation';
import type { StatusWords } from '../../lib/tone';
import { formatPercent } from '../../lib/format/numbers';

/** An operation with those that are part of it. */
export interface Task {
  readonly operation: Operation;
  /** Newest first. */
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
    .map((operation) => ({ operation, parts: [...(parts.get(operation.id) ?? [])].sort(newestFirst) }))
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

/** How an operation stands, in a word or its percentage. */
export function outcomeInWords({ outcome, progress }: Operation): StatusWords {
  switch (outcome) {
    case 'running':
      return { tone: 'progress', text: progress.percent === null ? 'Running' : formatPercent(progress.percent) };
    case 'succeeded':
      return { tone: 'ok', text: 'Completed' };
    case 'failed':
      return { tone: 'error', text: 'Failed' };
    case 'cancelled':
      return { tone: 'off', text: 'Cancelled' };
    case 'unknown':
      return { tone: 'unknown', text: 'Outcome unknown' };
  }
}

/** What happens in an operation, or how it ended and what to do. */
export function explanationOf({ error, progress }: Operation): string {
  if (error === null) return progress.text;
  return error.advice === null ? error.message : `${error.message} ${error.advice}`;
}
