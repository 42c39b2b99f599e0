import type { Node } from '#shared/model/node';
import type { Quorum } from '#shared/model/quorum';
import { formatCount } from '../../lib/format/numbers';
import type { StatusWords } from '../../lib/tone';

const modeWords = {
  nodeMajority: 'Node Majority',
  nodeAndDiskMajority: 'Node and Disk Majority',
  nodeAndFileShareMajority: 'Node and File Share Majority',
  nodeAndCloudMajority: 'Node and Cloud Witness Majority',
  diskOnly: 'No Majority: Disk Only',
} as const satisfies Record<Quorum['mode'], string>;

/** The quorum configuration as Failover Cluster Manager words it. */
export function quorumModeInWords(mode: Quorum['mode']): string {
  return modeWords[mode];
}

/** How the votes stand: `3 of 3 votes are there, 2 are needed.` */
export function votesSentence({ votes, votesTotal, votesNeeded, state }: Quorum): string {
  if (state === 'Lost') return 'The cluster does not run: no votes are counted.';
  const there = votesTotal === 1 ? `${votes} of 1 vote is there` : `${votes} of ${votesTotal} votes are there`;
  return `${there}, ${votesNeeded} ${votesNeeded === 1 ? 'is' : 'are'} needed.`;
}

/** What can still fail. Two numbers where they differ, since a cluster that has time to settle survives more. */
export function canFailSentence({ state, canFailAtOnce, canFailOneByOne }: Quorum): string {
  if (state === 'Lost') return 'Start nodes until more than half of the votes are there, or force quorum.';
  const nodes = (count: number): string => formatCount(count, 'node');
  if (canFailAtOnce === 0 && canFailOneByOne === 0)
    return 'No node can fail: the next one that does stops the cluster.';
  if (canFailAtOnce === canFailOneByOne) return `${nodes(canFailAtOnce)} can fail.`;
  if (canFailAtOnce === 0) return `No node can fail right now, ${canFailOneByOne} one after another.`;
  return `${nodes(canFailAtOnce)} can fail at once, ${canFailOneByOne} one after another.`;
}

/** One voter of the quorum. */
export interface Voter {
  readonly name: string;
  readonly kind: 'Node' | 'Disk witness' | 'File share witness' | 'Cloud witness';
  readonly status: StatusWords;
  /** The vote it has now. */
  readonly vote: 0 | 1;
  /** Why its vote is not what it could be; empty where it is. */
  readonly note: string;
}

/** Every node and the witness with the votes they have. */
export function voters(quorum: Quorum, nodes: readonly Node[]): readonly Voter[] {
  const ofNodes = nodes.map((node): Voter => {
    const up = node.state === 'Up' || node.state === 'Paused';
    return {
      name: node.name,
      kind: 'Node',
      status: nodeStanding(node.state),
      vote: node.dynamicWeight,
      note: nodeNote(node, up),
    };
  });
  if (quorum.witness === null) return ofNodes;
  return [...ofNodes, witnessVoter(quorum, quorum.witness)];
}

function nodeStanding(state: Node['state']): StatusWords {
  switch (state) {
    case 'Up':
      return { tone: 'ok', text: 'Up' };
    case 'Paused':
      return { tone: 'warn', text: 'Paused' };
    case 'Joining':
      return { tone: 'progress', text: 'Joining' };
    case 'Down':
      return { tone: 'error', text: 'Down' };
    case 'Unknown':
      return { tone: 'unknown', text: 'Unknown' };
  }
}

function nodeNote(node: Node, up: boolean): string {
  if (node.nodeWeight === 0) return 'Its vote is removed in the settings';
  if (node.dynamicWeight === 1) return '';
  return up ? 'Its vote is taken away by dynamic quorum to keep the number odd' : 'No vote while it is down';
}

function witnessVoter(quorum: Quorum, name: string): Voter {
  return {
    name,
    kind: witnessKind(quorum.mode),
    status: witnessStanding(quorum.witnessState),
    vote: quorum.witnessDynamicWeight,
    note: witnessNote(quorum),
  };
}

function witnessKind(mode: Quorum['mode']): Voter['kind'] {
  if (mode === 'nodeAndFileShareMajority') return 'File share witness';
  return mode === 'nodeAndCloudMajority' ? 'Cloud witness' : 'Disk witness';
}

function witnessStanding(state: Quorum['witnessState']): StatusWords {
  switch (state) {
    case 'Online':
      return { tone: 'ok', text: 'Online' };
    case 'Offline':
      return { tone: 'off', text: 'Offline' };
    case 'Failed':
      return { tone: 'error', text: 'Failed' };
    case 'None':
      return { tone: 'unknown', text: 'Not there' };
  }
}

function witnessNote({ witnessState, witnessDynamicWeight }: Quorum): string {
  if (witnessDynamicWeight === 1) return '';
  return witnessState === 'Online' ? 'Not needed: the number of node votes is odd' : 'No vote while it is not online';
}
