import { isAtLeast, type Release } from './release';

/** The votes of a running partition, as far as it matters what it can still lose. */
export interface VoteStanding {
  /** Members with a NodeWeight. */
  readonly weighted: number;
  readonly members: number;
  /** Members that vote now. */
  readonly voters: number;
  /** The vote that the witness adds now. */
  readonly witness: 0 | 1;
  /** All votes that count, there or not. */
  readonly total: number;
}

/** How a cluster counts. */
export interface VoteRules {
  /** The disk alone decides. */
  readonly diskOnly: boolean;
  /** Votes are set anew after every change (2012 and later, unless switched off). */
  readonly dynamicQuorum: boolean;
  /** The witness votes only when the number of node votes is even (2012 R2 and later). */
  readonly dynamicWitness: boolean;
  /** A witness is configured and can be counted on. */
  readonly witnessThere: boolean;
  readonly release: Release;
}

/** How many votes a partition needs: more than half of all that count. */
export function majorityOf(total: number): number {
  return Math.floor(total / 2) + 1;
}

function survives({ voters, witness, total }: VoteStanding, lost: number): boolean {
  return Math.max(0, voters - lost) + witness >= majorityOf(total);
}

/** How many members can fail at the same moment, whichever they are. Without any node there is no cluster. */
export function failuresAtOnce(now: VoteStanding, rules: VoteRules): number {
  if (rules.diskOnly) return rules.witnessThere ? Math.max(0, now.members - 1) : 0;
  let lost = 0;
  while (lost + 1 < now.members && survives(now, lost + 1)) lost += 1;
  return lost;
}

/** What the votes become after the cluster settled with one node less. */
function resettled(before: VoteStanding, rules: VoteRules): VoteStanding {
  const [weighted, members] = [before.weighted - 1, before.members - 1];
  if (!rules.dynamicQuorum) return { ...before, weighted, members, voters: before.voters - 1 };
  const votes = rules.witnessThere && (rules.dynamicWitness ? weighted % 2 === 0 : true);
  const tied = !votes && weighted > 0 && weighted % 2 === 0 && (isAtLeast(rules.release, '2012R2') || weighted === 2);
  const voters = tied ? weighted - 1 : weighted;
  const witness = votes ? 1 : 0;
  return { weighted, members, voters, witness, total: voters + witness };
}

/** How many members can fail one after another, each time the one whose loss hurts most, with time to settle between. */
export function failuresOneByOne(now: VoteStanding, rules: VoteRules): number {
  if (rules.diskOnly) return failuresAtOnce(now, rules);
  let standing = now;
  let lost = 0;
  while (standing.members > 1 && survives(standing, 1)) {
    standing = resettled(standing, rules);
    lost += 1;
  }
  return lost;
}
