/** How the votes are counted. */
export const quorumModes = [
  'nodeMajority',
  'nodeAndDiskMajority',
  'nodeAndFileShareMajority',
  'nodeAndCloudMajority',
  'diskOnly',
] as const;

/** One way of counting votes. */
export type QuorumMode = (typeof quorumModes)[number];

/** What the votes of the running partition stand at. Where none runs: 0 votes. */
export interface Quorum {
  readonly name: string;
  /** Whether the running partition has quorum. */
  readonly state: 'Normal' | 'Lost';
  readonly mode: QuorumMode;
  /** Name of the witness (disk, share or address); null without one. */
  readonly witness: string | null;
  readonly witnessState: 'Online' | 'Offline' | 'Failed' | 'None';
  readonly witnessDynamicWeight: 0 | 1;
  /** Votes that are there now. */
  readonly votes: number;
  /** All votes that count now, there or not. */
  readonly votesTotal: number;
  /** Votes that a partition needs to go on. */
  readonly votesNeeded: number;
  /** How many more nodes can fail at the same moment, in the worst case. */
  readonly canFailAtOnce: number;
  /** How many more nodes can fail one after another, with time to settle between, in the worst case. */
  readonly canFailOneByOne: number;
}
