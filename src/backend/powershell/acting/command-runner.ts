import { commandOf } from '#shared/commands/catalogue';
import type { ScriptStep } from '#shared/commands/script-step';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { foldName, type ClusterView } from '#shared/model/cluster-view';
import type { JsonValue, Operation } from '#shared/model/operation';
import { failure, success } from '#shared/model/result';
import type { CheckedCommand } from '../../check-command';
import type { CommandRunner, CommandSurroundings } from '../command-runner';
import { drainFailure } from './drain-reasons';
import { goalOf, moved, type Goal } from './goal';
import { migrationOf, onlyDestination } from './migration-of';
import { measureBlackout, type BlackoutMeasure } from './measured-blackout';
import { createKeptFiles } from './kept-files';
import { createOperationBook } from './operation-book';
import { migratingRoles, seenMigration } from './seen-migrations';

/** Readings in which nothing moves, after which what was started is given up. */
const patience = 3;

/** What a command may take until its cmdlets have returned, in milliseconds. */
const usualTime = 2 * 60_000;
const longTimes: { readonly [command: string]: number } = {
  'cluster.create': 30 * 60_000,
  'cluster.validate': 120 * 60_000,
  'cluster.collectLog': 60 * 60_000,
  'cluster.shutDown': 30 * 60_000,
  'cluster.start': 15 * 60_000,
  'cluster.destroy': 15 * 60_000,
  'node.add': 30 * 60_000,
  'node.evict': 15 * 60_000,
  'node.stopService': 30 * 60_000,
  'node.startService': 15 * 60_000,
  'role.create': 15 * 60_000,
  'vm.create': 15 * 60_000,
  'vm.shutDown': 30 * 60_000,
  'vm.save': 30 * 60_000,
  'vm.migrateStorage': 24 * 60 * 60_000,
};

/** The progress of what was given to an agent and has not been answered: nobody knows whether its cmdlet has begun. */
export const sentText = 'Starts';

/** Something that goes on after its cmdlets returned. */
interface Followed {
  readonly id: string;
  readonly goal: Goal;
  readonly before: Beginning;
  stillFor: number;
  moving: boolean;
}

/** What was so when a command began, for its end. */
interface Beginning {
  /** Of a live migration. */
  readonly blackout: BlackoutMeasure | null;
  /** The sequence of the last event. */
  readonly lastEvent: number;
}

/** What is told of a write that may have been done, or a part of it: why there was no answer, and what to do now. */
function unanswered(error: ClusterError): ClusterError {
  return {
    ...error,
    message: `Nobody knows whether it was done, or a part of it. ${error.message}`,
    advice: 'Regroup does not try it again. Look at the object and its events before you do.',
  };
}

/** Why something is not moved: no reading would ever see it leave the node it is to go to. Null: it moves. */
function alreadyThere({ command, input }: CheckedCommand, view: ClusterView): ClusterError | null {
  if (command !== 'role.move' && command !== 'disk.moveSharedVolume') return null;
  const check = commandOf(command).check(input, view);
  if (!check.accepted || !check.unchanged) return null;
  return clusterError('refused', check.effects.join(' '), { advice: 'Choose another node.' });
}

/** A runner that has carried out nothing yet. */
export function createCommandRunner(around: CommandSurroundings): CommandRunner {
  const { request, now, migrations, readNow } = around;
  const files = createKeptFiles(request);
  const book = createOperationBook(around.changed);
  const followed = new Map<string, Followed>();
  const cancelled = new Set<string>();
  let last = 0;

  const newOperation = (checked: CheckedCommand, before: ClusterView): Operation => {
    const definition = commandOf(checked.command);
    const destination = onlyDestination(checked, before);
    last += 1;
    return {
      id: `operation-${last}`,
      label: null,
      command: checked.command,
      title: definition.describe(destination === undefined ? checked.input : { ...checked.input, destination }),
      input: checked.input,
      target: definition.targetOf(checked.input, before),
      initiator: 'administrator',
      parent: null,
      startedAt: now(),
      endedAt: null,
      outcome: 'running',
      error: null,
      progress: { percent: null, text: sentText, remaining: null },
      cancel:
        checked.command === 'role.liveMigrate'
          ? { command: 'role.cancelMigration', input: { role: checked.input['role'] ?? '' } }
          : null,
      migration: migrationOf(checked, before),
    };
  };

  const beginningOf = ({ command, input }: CheckedCommand, view: ClusterView): Beginning => {
    const role =
      command === 'role.liveMigrate' && typeof input['role'] === 'string' ? view.role(input['role']) : undefined;
    const machine = role === undefined ? undefined : view.machineOf(role.name);
    const source = role?.ownerNode ?? null;
    return {
      blackout:
        role === undefined || source === null
          ? null
          : measureBlackout(machine ?? { id: null, name: role.name }, source, around),
      lastEvent: around.events().at(-1)?.sequence ?? 0,
    };
  };

  const run = async (
    id: string,
    checked: CheckedCommand,
    steps: readonly ScriptStep[],
    goal: Goal | null,
    before: Beginning,
  ) => {
    const timeout = longTimes[checked.command] ?? usualTime;
    // The steps are plain data; the type of JSON knows no optional fields.
    const args = { steps: steps as unknown as JsonValue };
    const result = await request('write', { op: 'run', args, timeout });
    if (!result.ok) {
      const { fate, ...error } = result.error;
      const unknown = fate === 'unknown';
      if (unknown && goal !== null) followed.set(id, { id, goal, before, stillFor: 0, moving: false });
      const ending = unknown
        ? ({ outcome: 'unknown', error: unanswered(error), text: 'Nobody knows' } as const)
        : ({ outcome: 'failed', error, text: 'Failed' } as const);
      book.end(id, ending, now());
    } else if (goal === null) {
      const brought = await files.bring(id, result.value, (text, percent) =>
        book.change(id, { progress: { percent, text, remaining: null } }),
      );
      if (brought.ok) book.change(id, brought.value.length === 0 ? {} : { files: brought.value });
      const ending = brought.ok
        ? ({ outcome: 'succeeded', error: null, text: 'Done' } as const)
        : ({ outcome: 'failed', error: brought.error, text: 'Failed' } as const);
      book.end(id, ending, now());
    } else {
      book.change(id, { progress: { percent: null, text: 'Started', remaining: null } });
      followed.set(id, { id, goal, before, stillFor: 0, moving: false });
    }
    readNow();
  };

  const percentOf = (id: string): number | null => {
    const role = book.find(id)?.input['role'];
    return (typeof role === 'string' ? migrations().get(foldName(role))?.percent : undefined) ?? null;
  };

  /** Once a role is on the best possible node, the title names it. */
  const nameNode = (id: string, present: ClusterView): void => {
    const { command, input } = book.find(id) ?? {};
    const moves = command === 'role.move' || command === 'role.liveMigrate' || command === 'role.quickMigrate';
    if (!moves || input?.['destination'] !== undefined || typeof input?.['role'] !== 'string') return;
    const destination = present.role(input['role'])?.ownerNode ?? undefined;
    book.change(id, { title: commandOf(command).describe({ ...input, destination }) });
  };

  /** It got there; a live migration is told with how long the machine stood still. */
  const arrive = async ({ id, before }: Followed, present: ClusterView, text: string): Promise<void> => {
    const operation = book.find(id);
    const migration = operation?.migration ?? null;
    const at = now();
    if (operation !== undefined && migration !== null) {
      const role = operation.input['role'];
      const to = (typeof role === 'string' ? present.role(role)?.ownerNode : null) ?? migration.to;
      const downtime = (await before.blackout?.measured()) ?? null;
      book.change(id, { migration: { ...migration, to, downtime, total: at - operation.startedAt } });
    }
    book.end(id, { outcome: 'succeeded', error: null, text }, at);
  };

  const failDrain = async ({ id, before }: Followed, stayed: readonly string[]): Promise<void> => {
    const node = book.find(id)?.input['node'];
    const at = now();
    const error = await drainFailure(typeof node === 'string' ? node : '', stayed, before.lastEvent, around);
    book.end(id, { outcome: 'failed', error, text: 'Failed' }, at);
  };

  const look = (one: Followed, present: ClusterView): void => {
    const state = one.goal(present);
    if (state.kind === 'underWay') {
      one.moving = true;
      one.stillFor = 0;
      const percent = state.percent === null ? null : (percentOf(one.id) ?? state.percent ?? null);
      book.change(one.id, { progress: { percent, text: state.text, remaining: null } });
      return;
    }
    if (state.kind === 'still') {
      one.stillFor += 1;
      // What was seen moving and stands still again is over; what was never seen may not have begun.
      if (!one.moving && one.stillFor < patience) return;
    }
    followed.delete(one.id);
    if (state.kind === 'reached') {
      nameNode(one.id, present);
      void arrive(one, present, state.text);
    } else if (state.kind === 'drainFailed') {
      void failDrain(one, state.stayed);
    } else if (cancelled.delete(one.id)) {
      book.end(one.id, { outcome: 'cancelled', error: null, text: 'Cancelled' }, now());
    } else {
      book.end(one.id, { outcome: 'failed', error: state.error, text: 'Failed' }, now());
    }
  };

  /** Follows the live migrations that nobody started here. */
  const meet = (present: ClusterView): void => {
    const known = new Set(
      book
        .all()
        .filter(({ id, outcome }) => outcome === 'running' || followed.has(id))
        .flatMap(({ target }) => (target?.kind === 'role' ? [foldName(target.name)] : [])),
    );
    for (const role of migratingRoles(present, migrations())) {
      if (known.has(foldName(role.name))) continue;
      last += 1;
      const since = migrations().get(foldName(role.name))?.since ?? now();
      const operation = seenMigration(`operation-${last}`, role, since, book.all(), present);
      const checked = { command: 'role.liveMigrate', input: { role: role.name } } as const;
      const goal = moved(role.name, role.ownerNode);
      followed.set(operation.id, {
        ...{ id: operation.id, goal, before: beginningOf(checked, present) },
        ...{ stillFor: 0, moving: true },
      });
      book.add(operation);
    }
  };

  return {
    get operations() {
      return book.all();
    },
    observe: (present) => {
      for (const one of [...followed.values()]) look(one, present);
    },
    meet,
    execute: (checked, before) => {
      const { command, input } = checked;
      const refusal = alreadyThere(checked, before);
      if (refusal !== null) return Promise.resolve(failure(refusal));
      const steps = commandOf(command).script(input, before);
      const operation = newOperation(checked, before);
      book.add(operation);
      if (command === 'role.cancelMigration') {
        for (const one of book.all())
          if (followed.has(one.id) && one.input['role'] === input['role']) cancelled.add(one.id);
      }
      void run(operation.id, checked, steps, goalOf(checked, before), beginningOf(checked, before));
      return Promise.resolve(success(operation));
    },
    readFile: (operation, name) => files.read(operation, name),
    close: () => {
      followed.clear();
      files.close();
    },
  };
}
