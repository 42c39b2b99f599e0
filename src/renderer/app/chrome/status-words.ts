import type { ClusterView } from '#shared/model/cluster-view';
import type { ConnectionState } from '#shared/contract/cluster-update';
import { formatCount } from '../../lib/format/numbers';
import { nodesUp } from '../../lib/nodes-up';
import type { StatusWords } from '../../lib/tone';

/** How the connection to a cluster stands. */
export interface ConnectionFacts {
  readonly cluster: string;
  readonly open: boolean;
  /** Whether there is something to show. */
  readonly loaded: boolean;
  readonly state: ConnectionState;
  /** The time of day at which it came to stand so. */
  readonly since: string;
}

/** The connection in words. */
export function connectionInWords({ cluster, open, loaded, state: connection, since }: ConnectionFacts): StatusWords {
  if (!open) return { tone: 'disconnected', text: `Not connected to ${cluster}` };
  switch (connection.status) {
    case 'connecting':
      return { tone: 'progress', text: `Connecting to ${cluster}` };
    case 'connected':
      return { tone: 'ok', text: `Connected to ${cluster}` };
    case 'lost':
      return {
        tone: 'error',
        text: loaded
          ? `Connection to ${cluster} lost at ${since}: ${connection.error.message}`
          : `Could not connect to ${cluster}: ${connection.error.message}`,
      };
  }
}

/** `Quorum: 3 of 3 votes, can lose 1`. */
export function quorumInWords({ snapshot: { quorum, cluster } }: ClusterView): StatusWords {
  if (cluster.state === 'NotFormed') return { tone: 'off', text: 'No cluster is formed yet' };
  if (cluster.state === 'Stopped') return { tone: 'error', text: 'The cluster is stopped' };
  const votes = `Quorum: ${quorum.votes} of ${formatCount(quorum.votesTotal, 'vote')}`;
  if (quorum.state === 'Lost') return { tone: 'error', text: `${votes}, lost: needs ${quorum.votesNeeded}` };
  if (quorum.canFailAtOnce > 0) return { tone: 'ok', text: `${votes}, can lose ${quorum.canFailAtOnce}` };
  if (quorum.canFailOneByOne > 0) {
    return { tone: 'warn', text: `${votes}, can lose ${quorum.canFailOneByOne} one after another` };
  }
  return { tone: 'warn', text: `${votes}, can lose none` };
}

/** `Nodes 2 of 2 up`. */
export function nodesInWords({ snapshot: { nodes } }: ClusterView): StatusWords {
  const { tone, text } = nodesUp(nodes);
  return { tone, text: `Nodes ${text}` };
}
