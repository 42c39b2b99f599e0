import type { Node } from '#shared/model/node';
import { formatTime, type TimeScale } from '../../lib/format/time';
import type { StatusWords } from '../../lib/tone';

const ofState = {
  Up: { tone: 'ok', text: 'Up' },
  Down: { tone: 'error', text: 'Down' },
  Paused: { tone: 'warn', text: 'Paused' },
  Joining: { tone: 'progress', text: 'Joining' },
  Unknown: { tone: 'unknown', text: 'Unknown' },
} as const satisfies Record<Node['state'], StatusWords>;

/** How a node is, in a word: isolation and quarantine before Windows' state. */
export function nodeStatus(node: Node): StatusWords {
  const flags = node.statusInformation.split(', ');
  if (flags.includes('Quarantined')) return { tone: 'error', text: 'Quarantined' };
  if (flags.includes('Isolated')) return { tone: 'error', text: 'Isolated' };
  if (node.drainStatus === 'InProgress') return { tone: 'progress', text: 'Draining' };
  return ofState[node.state];
}

/** How its last drain stands; empty when there was none. */
export function drainInWords(node: Node): string {
  switch (node.drainStatus) {
    case 'NotInitiated':
      return '';
    case 'InProgress':
      return 'In progress';
    case 'Completed':
      return 'Completed';
    case 'Failed':
      return 'Failed';
  }
}

/** Votes as `assigned / current`, for example `1 / 0`. */
export function votesInWords(node: Node): string {
  return `${node.nodeWeight} / ${node.dynamicWeight}`;
}

/** Why a node is as it is and what comes next. `machinesHere`: virtual machines that it has (or had last). */
export interface NodeInformation {
  readonly text: string;
  readonly wrong: boolean;
}

/** The Information column of a node. */
export function nodeInformation(node: Node, rolesHere: number, scale: TimeScale): NodeInformation {
  const flags = node.statusInformation.split(', ');
  const until = node.statusUntil === null ? null : formatTime(node.statusUntil, scale);
  if (flags.includes('Quarantined')) {
    const end = until === null ? 'for some time' : `until ${until}`;
    return bad(`Left the cluster too often: may not join ${end} unless its quarantine is cleared`);
  }
  if (flags.includes('Isolated')) {
    const end = until === null ? 'if it does not return' : `at ${until} at the latest if it does not return`;
    return bad(`No contact: its machines fail over ${end}`);
  }
  switch (node.state) {
    case 'Down':
      return bad(
        rolesHere === 0
          ? 'Not running in the cluster'
          : `Not running in the cluster, ${roles(rolesHere)} wait for a node`,
      );
    case 'Paused':
      return pausedInformation(node, rolesHere);
    case 'Joining':
      return fine('Joins the cluster');
    case 'Unknown':
      return bad('Its state could not be read');
    case 'Up':
      return fine(
        node.dynamicWeight === 0 && node.nodeWeight === 1
          ? 'Its vote is taken away to keep the number of votes odd'
          : '',
      );
  }
}

function pausedInformation(node: Node, rolesHere: number): NodeInformation {
  const left = roles(rolesHere);
  switch (node.drainStatus) {
    case 'InProgress':
      return fine(`Drains: ${left} still to move`);
    case 'Failed':
      return bad(`The drain failed, ${left} ${rolesHere === 1 ? 'was' : 'were'} left here`);
    case 'Completed':
      return fine(rolesHere === 0 ? 'Drained: nothing runs here until it is resumed' : `Drained, ${left} here again`);
    case 'NotInitiated':
      return fine(
        rolesHere === 0 ? 'Takes no roles until it is resumed' : `Keeps its ${left}, takes no more until it is resumed`,
      );
  }
}

function roles(count: number): string {
  return count === 1 ? '1 role' : `${count} roles`;
}

function fine(text: string): NodeInformation {
  return { text, wrong: false };
}

function bad(text: string): NodeInformation {
  return { text, wrong: true };
}
