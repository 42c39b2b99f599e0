/** One copy of memory. Bytes and milliseconds. */
export interface MigrationPass {
  readonly bytes: number;
  readonly duration: number;
}

/** The six steps of a live migration, from the Windows Server 2008 R2 white paper. */
export const migrationSteps = [
  'Connect and create the skeleton machine',
  'Copy memory, then what changed',
  'Move registers and devices',
  'Hand over storage',
  'Bring online on the destination',
  'Tell the switch (gratuitous ARP)',
] as const;

/** The copy that is under way. */
export interface MigrationCopy {
  /** From 1. */
  readonly pass: number;
  /** Bytes of this pass. */
  readonly bytes: number;
  readonly copied: number;
  /** Bytes a second now. */
  readonly rate: number;
}

/** Times in milliseconds. */
export interface MigrationPrediction {
  readonly total: number;
  readonly downtime: number;
}

/** How a machine moves, or moved. Bytes and milliseconds. */
export interface Migration {
  readonly kind: 'live' | 'quick';
  readonly from: string;
  /** Empty while a real cluster that chooses the node itself has not told it. */
  readonly to: string;
  /** The network used; null for a quick migration or while it waits for a slot. */
  readonly network: string | null;
  /**
   * 0 before the first step: it begins, or it waits for a slot, which the status information of its role says then. After it
   * 1 to 6, the step of {@link migrationSteps}; for a quick migration always 0.
   */
  readonly step: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** Completed copies; the last one of a finished migration is the copy while suspended. Empty for a quick migration. */
  readonly passes: readonly MigrationPass[];
  /** After so many passes the machine is suspended, whatever is left to copy; null when unknown and for a quick migration. */
  readonly maximumPasses: number | null;
  /** The copy under way; null between copies, before and after. */
  readonly current: MigrationCopy | null;
  /** Memory to copy in the first pass. */
  readonly memory: number;
  /** All bytes copied so far. */
  readonly bytes: number;
  /** What is expected; null where it cannot be said. */
  readonly predicted: MigrationPrediction | null;
  /** Measured; null until it is over. */
  readonly downtime: number | null;
  readonly total: number | null;
}
