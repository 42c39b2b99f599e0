import type { Destination } from '#shared/contract/queries';
import { exactBytes, formatBytes } from '../../../lib/format/bytes';
import { formatDuration } from '../../../lib/format/time';

/** The first choice: the cluster takes the node. */
export const bestPossible = 'best';

/** One line of the list of nodes. */
export interface DestinationLine {
  readonly node: string;
  /** Bytes in words; empty when unknown. */
  readonly memory: string;
  readonly memoryExact: string | undefined;
  /** How long it would take, and for how long the machine would not run; empty where it cannot be said. */
  readonly time: string;
  readonly downtime: string;
  /** Why the role cannot go there; null: it can. */
  readonly excluded: string | null;
  readonly warning: string | null;
  readonly best: boolean;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Nodes that can be chosen first, then those that cannot, each by name. */
export function destinationLines(destinations: readonly Destination[]): readonly DestinationLine[] {
  return destinations
    .map((destination): DestinationLine => ({
      node: destination.node,
      memory: destination.memoryAvailable === null ? '' : formatBytes(destination.memoryAvailable),
      memoryExact: destination.memoryAvailable === null ? undefined : exactBytes(destination.memoryAvailable),
      time: destination.predicted === null ? '' : formatDuration(destination.predicted.total),
      downtime: destination.predicted === null ? '' : formatDuration(destination.predicted.downtime),
      excluded: destination.excluded,
      warning: destination.warning,
      best: destination.best,
    }))
    .sort((a, b) => rank(a) - rank(b) || collator.compare(a.node, b.node));
}

function rank({ excluded }: DestinationLine): number {
  return excluded === null ? 0 : 1;
}

/** The node that "best possible node" means now; undefined where no node fits or chance decides. */
export function bestNode(lines: readonly DestinationLine[]): DestinationLine | undefined {
  return lines.find(({ best, excluded }) => best && excluded === null);
}

/** The line that a choice leads to; undefined where it cannot be said. */
export function chosenLine(lines: readonly DestinationLine[], choice: string): DestinationLine | undefined {
  return choice === bestPossible ? bestNode(lines) : lines.find(({ node }) => node === choice);
}

/** Why the choice cannot be carried out; undefined: it can. */
export function whyNot(lines: readonly DestinationLine[], choice: string): string | undefined {
  if (lines.every(({ excluded }) => excluded !== null)) return 'No other node can take it now.';
  return choice === bestPossible ? undefined : (chosenLine(lines, choice)?.excluded ?? undefined);
}
