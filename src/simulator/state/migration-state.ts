import type { MigrationPrediction } from '#shared/model/live-migration';

/** What a live migration is in the middle of. `resume`: the destination has it and brings it to life. */
export type MigrationPhase = 'queued' | 'setup' | 'copy' | 'suspended' | 'handover' | 'resume' | 'done';

/** One copy of memory with exact figures: bytes and milliseconds may be fractions. */
export interface ExactPass {
  readonly bytes: number;
  readonly duration: number;
}

/** One machine on its way. Exact times are milliseconds that may be fractions; they are rounded where they are shown. */
export interface MigrationState {
  readonly id: string;
  readonly kind: 'live' | 'quick';
  readonly operation: string;
  readonly role: string;
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  network: string | null;
  phase: MigrationPhase;
  /** When it took its slots, or for a quick migration began; null while it waits. */
  startedAt: number | null;
  /** Exact time at which the present phase began. */
  phaseAt: number;
  /** Exact time at which the machine was suspended; null while it runs. */
  suspendedAt: number | null;
  passes: ExactPass[];
  /** The copy under way: its flow; null between copies. */
  flow: string | null;
  /** Bytes of the copy under way. */
  copying: number;
  /** Queue id of the end of a phase without a copy; null when none is due. */
  timer: number | null;
  predicted: MigrationPrediction | null;
  /** Measured, in whole milliseconds; null until it is over. */
  downtime: number | null;
  total: number | null;
}

/** What a flow of bytes is for. */
export type FlowPurpose =
  | { readonly kind: 'migration'; readonly migration: string }
  | { readonly kind: 'memory'; readonly resource: string }
  | { readonly kind: 'machine'; readonly machine: string }
  | { readonly kind: 'storage'; readonly migration: string };

/** Bytes that flow through links that others use too. */
export interface FlowState {
  readonly id: string;
  readonly purpose: FlowPurpose;
  /** Keys of the links that it goes through, see `linkCapacity`. */
  readonly links: readonly string[];
  /** Exact bytes left at `since`. */
  remaining: number;
  /** Bytes a second now. */
  rate: number;
  /** Exact time of `remaining`. */
  since: number;
  /** Exact time of its end at the present rate; null while it stands still. */
  endsAt: number | null;
  /** Queue id of its end; null while it stands still. */
  event: number | null;
}
