import { foldName } from '#shared/model/cluster-view';
import type { RealTime } from '../../real-time';
import { groupTypeOf, roleStates, wordOf } from './enumerations';
import type { ReadState } from './read-state';
import { createRepeat } from './repeat';
import { parameterRow } from './rows/detail-rows';
import { pauses, stretch } from './section-plan';
import type { SectionReader } from './section-reader';

/** How far a live migration is, by the private properties of its Virtual Machine resource. */
export interface MigrationProgress {
  /** 1 setup, 2 data transfer, 3 move; other states are no migration under way. */
  readonly state: number;
  /** 0 to 100, an estimate of Windows. */
  readonly percent: number;
  /** When it was seen first, in cluster time. */
  readonly since: number;
}

/** Follows virtual machines whose role is on its way. */
export interface MigrationWatch {
  /** Whether a role with a virtual machine is pending. */
  readonly isMoving: boolean;
  /** By the folded name of the role; only migrations under way. */
  readonly progress: ReadonlyMap<string, MigrationProgress>;
  /** The roles were read anew. */
  look(): void;
  stop(): void;
}

interface MigrationWatchOptions {
  readonly read: SectionReader;
  readonly state: ReadState;
  readonly time: RealTime;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onChange: () => void;
}

const timeout = 15_000;
const underWay: readonly number[] = [1, 2, 3];

/** A watch that begins with the first role that is pending. */
export function createMigrationWatch({ read, state, time, now, onChange }: MigrationWatchOptions): MigrationWatch {
  let progress: ReadonlyMap<string, MigrationProgress> = new Map();
  let resources: readonly { readonly name: string; readonly role: string }[] = [];

  const work = async (): Promise<void> => {
    const asked = resources;
    if (asked.length === 0) return;
    const args = { resources: asked.map(({ name }) => name) };
    const answer = await read('read', 'migrations', parameterRow, { timeout, args });
    if (!answer.ok) return;
    const valueOf = (resource: string, name: string): number => {
      const row = answer.value.find(
        (candidate) => foldName(candidate.Owner) === foldName(resource) && foldName(candidate.Name) === foldName(name),
      );
      return Number(row?.Value ?? 0);
    };
    const before = progress;
    progress = new Map(
      asked.flatMap(({ name, role }) => {
        const since = before.get(foldName(role))?.since ?? now();
        const found = { state: valueOf(name, 'MigrationState'), percent: valueOf(name, 'MigrationProgress'), since };
        return underWay.includes(found.state) ? [[foldName(role), found] as const] : [];
      }),
    );
    onChange();
  };

  const repeat = createRepeat({
    time,
    work,
    pause: (lastDuration) => (resources.length === 0 ? null : Math.max(pauses.moving, stretch * lastDuration)),
  });

  return {
    get isMoving() {
      return resources.length > 0;
    },
    get progress() {
      return progress;
    },
    look: () => {
      const { groups, resources: all } = state.rows;
      const pending = new Map(
        groups
          .filter(
            (row) =>
              groupTypeOf(row.GroupType) === 'VirtualMachine' && wordOf(roleStates, row.State, 'Unknown') === 'Pending',
          )
          .map(({ Name }) => [foldName(Name), Name]),
      );
      const began = resources.length === 0;
      resources = all.flatMap(({ Name, OwnerGroup, ResourceType }) => {
        const role = pending.get(foldName(OwnerGroup ?? ''));
        return role !== undefined && ResourceType === 'Virtual Machine' ? [{ name: Name, role }] : [];
      });
      if (resources.length === 0) progress = new Map();
      else if (began) void repeat.now();
    },
    stop: () => {
      resources = [];
      repeat.stop();
    },
  };
}
