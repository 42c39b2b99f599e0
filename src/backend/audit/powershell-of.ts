import { commandOf, isCommandName } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { CommandRequest } from '../cluster-backend';

/** The PowerShell of a command; null when the command or its input is wrong. `snapshot`: undefined before the first one. */
export function powershellOf({ command, input }: CommandRequest, snapshot: ClusterSnapshot | undefined): string | null {
  if (!isCommandName(command)) return null;
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return null;
  return renderScript(definition.script(parsed.data, snapshot && clusterView(snapshot)));
}
