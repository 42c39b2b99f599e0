import { onTestFinished } from 'vitest';
import { createAttention, type Attention } from '#backend/attention';
import type { ClusterBackend } from '#backend/cluster-backend';
import { createCommandRunner } from '#backend/powershell/acting/command-runner';
import { createPowerShellBackend } from '#backend/powershell/powershell-backend';
import { readParts, type ReadPart } from '#shared/model/snapshot';
import { watch, type Watcher } from '../contract/watcher';
import { ManualTime } from './manual-time';
import { RowTransport, type PendingRead } from './row-transport';
import { rowsOfSnapshot } from './rows-of-snapshot';
import { sampleSnapshot, type SampleChanges } from './sample-snapshot';

/** A backend that reads the sample cluster from agents of this process, with time that a test lets pass. */
export interface ReadingRig {
  readonly backend: ClusterBackend;
  readonly transport: RowTransport;
  readonly time: ManualTime;
  readonly log: readonly string[];
  /** The window 1 shows all of it at first. */
  readonly attention: Attention;
  /** The window 1 shows these parts of it now. */
  readonly look: (...parts: readonly ReadPart[]) => void;
  /** The cluster changes. */
  readonly change: (changes: SampleChanges) => void;
  /** Lets so many milliseconds pass, and what is answered by itself be read. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

/** Time passes in steps of so many milliseconds: what is read on the way must not seem to take as long as all of it. */
export const timeStep = 100;

/** The connection of the cluster in a reading rig. */
const clusterShown = 'prod';

/** Lets what is under way go on as far as it can without time. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}

/** A backend that is not connected. `auto`: the reads that are answered by themselves; `changes`: to the sample cluster. */
export function readingRig(auto: (read: PendingRead) => boolean = () => true, changes: SampleChanges = {}): ReadingRig {
  const time = new ManualTime();
  const log: string[] = [];
  const transport = new RowTransport(rowsOfSnapshot(sampleSnapshot(changes)), ['Demo1']);
  transport.auto = auto;
  const attention = createAttention();
  const look = (...parts: readonly ReadPart[]): void => attention.looks(1, { connection: clusterShown, parts });
  look(...readParts);
  const backend = createPowerShellBackend({
    transport,
    time,
    now: () => time.now(),
    log: (_, text) => log.push(text),
    attention: attention.of(clusterShown),
    createRunner: createCommandRunner,
  });
  onTestFinished(() => backend.close());
  return {
    backend,
    transport,
    time,
    log,
    attention,
    look,
    change: (next) => {
      transport.rows = rowsOfSnapshot(sampleSnapshot(next));
    },
    pass: async (milliseconds) => {
      await turns();
      for (let left = milliseconds; left > 0; left -= timeStep) {
        time.pass(Math.min(timeStep, left));
        await turns();
      }
    },
  };
}

/** Connects, and lets everything be read once. */
export async function connected(made: ReadingRig): Promise<Watcher> {
  const watcher = watch(made.backend);
  const answer = await made.backend.connect();
  if (!answer.ok) throw new Error(answer.error.message);
  await made.pass(1000);
  return watcher;
}

/** Whether a read is one of a node. */
export const isOfNode =
  (node: string) =>
  (read: PendingRead): boolean =>
    typeof read.lane !== 'string' && read.lane.node === node;

/** How often a section was asked for, `node/section` for those of nodes. */
export const timesAsked = ({ transport }: ReadingRig, what: string): number =>
  transport.asked.filter((asked) => asked === what).length;

/** The read of a section that waits for its answer. */
export const waitingFor = ({ transport }: ReadingRig, section: string): PendingRead => {
  const found = transport.pending.find((read) => read.section === section);
  if (found === undefined) throw new Error(`Nobody asked for ${section}.`);
  return found;
};
