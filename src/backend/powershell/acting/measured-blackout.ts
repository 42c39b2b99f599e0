import { foldName } from '#shared/model/cluster-view';
import type { VirtualMachine } from '#shared/model/virtual-machine';
import type { CommandSurroundings } from '../command-runner';
import type { BlackoutRow } from '../reading/rows/blackout-row';

/** How long a machine stood still at the end of its live migration, as its source host measured it. */
export interface BlackoutMeasure {
  /** Milliseconds; null when the host does not tell. Asked for once, when the migration is over. */
  measured(): Promise<number | null>;
}

/** The host writes its event a moment after the machine runs elsewhere: it is asked so often, with pauses (milliseconds). */
const attempts = 3;
const pause = 2000;

/**
 * Remembers what the source host logged before the migration begins: of that nothing is about it. `id` is null while the
 * machine was not read yet; then its name has to do.
 */
export function measureBlackout(
  machine: Pick<VirtualMachine, 'name'> & { readonly id: string | null },
  source: string,
  { blackouts, time }: Pick<CommandSurroundings, 'blackouts' | 'time'>,
): BlackoutMeasure {
  const before = blackouts(source).then((rows) =>
    rows === null ? null : new Set(rows.map(({ RecordId }) => RecordId)),
  );
  return {
    measured: async () => {
      const known = await before;
      // Without it an older migration of the machine could be taken for this one.
      if (known === null) return null;
      for (let attempt = 1; ; attempt += 1) {
        const rows = await blackouts(source);
        const own = rows?.filter((row) => !known.has(row.RecordId) && isAbout(row, machine)) ?? [];
        const newest = own.reduce<BlackoutRow | null>(
          (last, row) => (last === null || row.RecordId > last.RecordId ? row : last),
          null,
        );
        if (newest !== null) return Math.round(newest.Seconds * 1000);
        if (rows === null || attempt === attempts) return null;
        await new Promise<void>((resolve) => time.after(pause, resolve));
      }
    },
  };
}

function isAbout(
  { Machine, MachineId }: BlackoutRow,
  { id, name }: { readonly id: string | null; readonly name: string },
): boolean {
  const bare = (text: string): string => foldName(text).replace(/[{}]/g, '');
  return MachineId === null || id === null ? foldName(Machine) === foldName(name) : bare(MachineId) === bare(id);
}
