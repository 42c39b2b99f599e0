import { commandOf, isCommandName } from '#shared/commands/catalogue';
import { renderScript } from '#shared/commands/render-script';
import { clusterView } from '#shared/model/cluster-view';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { CommandRequest } from '../cluster-backend';
import type { AuditedWords } from './audit-entry';

/** What a command is called in the log. `snapshot`: undefined before the first one. */
export function wordsOfCommand(
  { command, input }: CommandRequest,
  snapshot: ClusterSnapshot | undefined,
): AuditedWords {
  if (!isCommandName(command)) return noWords;
  const definition = commandOf(command);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return noWords;
  const view = snapshot && clusterView(snapshot);
  return {
    title: definition.describe(parsed.data),
    target: definition.targetOf(parsed.data, view),
    powershell: renderScript(definition.script(parsed.data, view), snapshot?.cluster.name),
  };
}

const noWords: AuditedWords = { title: null, target: null, powershell: null };
