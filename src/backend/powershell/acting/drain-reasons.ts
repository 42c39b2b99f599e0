import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import { foldName } from '#shared/model/cluster-view';
import { listOf } from '#shared/commands/words';
import type { CommandSurroundings } from '../command-runner';

/** So many roles are explained; the events of the node have the others. */
const mostExplained = 3;

/**
 * Why a drain failed: the roles that stayed, each with what the node logged about it (1137, and 1677 about the drain) after
 * `since`, the sequence of the last event before the drain.
 */
export async function drainFailure(
  node: string,
  stayed: readonly string[],
  since: number,
  { readEvents, events }: Pick<CommandSurroundings, 'readEvents' | 'events'>,
): Promise<ClusterError> {
  await readEvents(node);
  const told = [...events()].reverse().filter(({ sequence, id }) => sequence > since && (id === 1137 || id === 1677));
  const about = stayed.slice(0, mostExplained).flatMap((role) => {
    const last = told.find(({ id, subject }) => id === 1137 && foldName(subject?.name ?? '') === foldName(role));
    return last === undefined ? [] : [last.message];
  });
  const whole = told.find(({ id }) => id === 1677);
  const reasons = about.length > 0 ? about : whole === undefined ? [] : [whole.message];
  const names = stayed.length === 0 ? 'not every role could move' : `${listOf(stayed)} stayed`;
  return clusterError('refused', [`The drain of ${node} failed: ${names}.`, ...reasons].join(' '), {
    advice: `Move what stayed by hand, or resume ${node}. The events of ${node} tell more.`,
  });
}
