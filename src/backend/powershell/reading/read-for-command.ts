import { commandOf, isCommandName } from '#shared/commands/catalogue';
import type { ClusterView } from '#shared/model/cluster-view';
import { checkCommand } from '../../check-command';
import type { CommandRequest } from '../../cluster-backend';
import { keyOfDetail, lookedAt, type Detail } from './looked-at';

interface CommandReading {
  /** The cluster as it was read last; null: not yet. */
  readonly view: () => ClusterView | null;
  readonly readDetails: (details: readonly Detail[]) => Promise<void>;
  readonly readEvents: (node: string) => Promise<void>;
}

/** What is read may show what else is needed; it ends because nothing is read twice. */
const mostRounds = 10;

/** Reads what a command looks at while it is checked, and what its PowerShell is made of. */
export async function readForCommand(request: CommandRequest, around: CommandReading): Promise<void> {
  const known = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const view = around.view();
    const details = view === null ? [] : lookedAt(view, known, (watched) => lookAt(request, watched));
    if (details.length === 0) break;
    await around.readDetails(details);
    for (const detail of details) known.add(keyOfDetail(detail));
  }
  // When a drain fails, what its node logged since then says why.
  const { node, drain } = request.input;
  if (request.command === 'node.pause' && drain === true && typeof node === 'string') await around.readEvents(node);
}

function lookAt(request: CommandRequest, view: ClusterView): void {
  const checked = checkCommand(request, view);
  if (!checked.ok || !isCommandName(checked.value.command)) return;
  const definition = commandOf(checked.value.command);
  definition.script(checked.value.input, view);
  definition.targetOf(checked.value.input, view);
}
