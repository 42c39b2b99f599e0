import { commandOf, isCommandName, type CommandName } from '#shared/commands/catalogue';
import { clusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import { handlers } from './commands/handlers';
import { beginOperation, fail, succeed } from './engine/operations';
import { Refusal } from './engine/refusal';
import type { Simulation } from './engine/simulation';
import { injectFault } from './fabric/fault-handlers';
import { simulationFor } from './guest-clusters/guest-commands';
import { presentView } from './snapshot/present-view';
import type { TimelineAction } from './scenario/scenario-story';
import type { OperationState } from './state/operation-state';

/** Who asked for a command, and what its operation is called in reports. */
export interface CommandOrigin {
  readonly label?: string | null;
  readonly initiator?: OperationState['initiator'];
}

type JsonInput = Readonly<Record<string, JsonValue>>;

/**
 * Runs a command. What its definition refuses, by what the snapshot shows, or says to change nothing ends at once, with the same
 * answer as in the window; then the handler decides about what only it can know. A refusal is an operation that failed.
 */
export function runCommand(
  sim: Simulation,
  name: string,
  input: JsonInput,
  origin: CommandOrigin = {},
): OperationState {
  const common = { input, label: origin.label ?? null, initiator: origin.initiator ?? 'administrator' } as const;
  if (!isCommandName(name)) {
    const operation = beginOperation(sim, { ...common, command: name, title: name, target: null });
    fail(sim, operation.id, clusterError('badInput', `There is no command ${name}.`));
    return operation;
  }
  const definition = commandOf(name);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) {
    const operation = beginOperation(sim, { ...common, command: name, title: definition.title, target: null });
    const reason = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    fail(sim, operation.id, clusterError('badInput', `${definition.title}: ${reason}`));
    return operation;
  }
  const check = definition.check(parsed.data, presentView(sim));
  const operation = beginOperation(sim, {
    ...common,
    command: name,
    title: definition.describe(parsed.data),
    target: definition.targetOf(parsed.data),
  });
  if (!check.accepted) fail(sim, operation.id, check.error);
  else if (check.unchanged) succeed(sim, operation.id, check.effects[0]);
  else carryOut(sim, name, parsed.data, operation);
  return operation;
}

/** A command about a role or resource of a guest cluster is carried out there. */
function carryOut(sim: Simulation, name: CommandName, input: unknown, operation: OperationState): void {
  const handle = handlers[name] as (sim: Simulation, input: unknown, operation: OperationState) => string | null;
  try {
    const text = handle(simulationFor(sim, name, input), input, operation);
    if (text !== null) succeed(sim, operation.id, text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    fail(sim, operation.id, error.error);
  }
}

/** What a timeline says at its time. A fault of what is not there any more changes nothing, and says so as an operation that failed. */
export function runTimelineAction(sim: Simulation, action: TimelineAction, label: string | null): void {
  if (action.kind === 'command') {
    runCommand(sim, action.command, action.input, { label });
    return;
  }
  try {
    injectFault(sim, action.fault);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { fault: command, ...input } = action.fault;
    const operation = beginOperation(sim, {
      ...{ command, title: `Fault ${command}`, input: input, target: null, label },
      initiator: 'administrator',
    });
    fail(sim, operation.id, error.error);
  }
}
