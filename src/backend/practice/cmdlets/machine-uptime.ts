import { foldName } from '#shared/model/cluster-view';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import type { CmdletRun } from '../cmdlet-run';

/** A machine started, or was restored. */
const started = 18500;

/** When each machine started last, by its folded name: what the event logs tell. Others have run since the beginning. */
async function startsOf(run: CmdletRun): Promise<ReadonlyMap<string, number>> {
  const starts = new Map<string, number>();
  for (let before: number | undefined; ;) {
    const { events, next } = await run.cluster.events({
      ids: [started],
      limit: 1000,
      ...(before === undefined ? {} : { before }),
    });
    for (const { subject, time } of events) {
      const name = foldName(subject?.name ?? '');
      if (!starts.has(name)) starts.set(name, time);
    }
    if (next === null) return starts;
    before = next;
  }
}

/** For how many milliseconds each machine has run; 0 while it does not. */
export async function uptimes(run: CmdletRun): Promise<(machine: VirtualMachine) => number> {
  const starts = await startsOf(run);
  const now = run.cluster.clock()?.now ?? run.cluster.view().snapshot.time;
  return ({ name, state }) =>
    state === 'Off' || state === 'Saved' || state === 'Starting' ? 0 : now - (starts.get(foldName(name)) ?? 0);
}
