import { catalogue, commandOf, type CommandName } from '#shared/commands/catalogue';
import type { CommandCheck } from '#shared/commands/command-definition';
import { renderScript } from '#shared/commands/render-script';
import { clusterView } from '#shared/model/cluster-view';
import type { RawInput } from './command-samples';
import { sampleSnapshot, type SampleChanges } from './sample-snapshot';

/** Why a command is not offered for an object of the sample with `changes`; null: it is offered. */
export function reasonAgainst(name: CommandName, target: string, changes: SampleChanges = {}): string | null {
  const availability = catalogue[name].availability(target, clusterView(sampleSnapshot(changes)));
  return availability.available ? null : availability.reason;
}

/** What a command's check says to an input on the sample with `changes`. */
export function checkOf<Name extends CommandName>(
  name: Name,
  input: RawInput<Name>,
  changes: SampleChanges = {},
): CommandCheck {
  return commandOf(name).check(catalogue[name].input.parse(input), clusterView(sampleSnapshot(changes)));
}

/** The effects of an accepted command; fails when it is refused. */
export function effectsOf<Name extends CommandName>(
  name: Name,
  input: RawInput<Name>,
  changes: SampleChanges = {},
): readonly string[] {
  const check = checkOf(name, input, changes);
  if (!check.accepted) throw new Error(`${name} is refused: ${check.error.message}`);
  return check.effects;
}

/** Windows' number and the sentence of a refusal; fails when the command is accepted. */
export function refusalOf<Name extends CommandName>(
  name: Name,
  input: RawInput<Name>,
  changes: SampleChanges = {},
): readonly [code: number | null, message: string] {
  const check = checkOf(name, input, changes);
  if (check.accepted) throw new Error(`${name} is accepted: ${check.effects.join(' ')}`);
  return [check.error.code, check.error.message];
}

/** The PowerShell of an input; `changes` undefined: without a view. */
export function powerShellOf<Name extends CommandName>(
  name: Name,
  input: RawInput<Name>,
  changes?: SampleChanges,
): string {
  const view = changes === undefined ? undefined : clusterView(sampleSnapshot(changes));
  return renderScript(commandOf(name).script(catalogue[name].input.parse(input), view));
}
