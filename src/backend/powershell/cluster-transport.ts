import type { AgentPool } from './agent/agent-pool';
import type { AgentPush } from './agent/agent-session';

/** A place from which a cluster can be reached. */
export interface Seat {
  /** How the transport calls it, and how it is named to people. */
  readonly name: string;
  /** The node that its agents run on; null: none, or one that is not known. */
  readonly node: string | null;
}

/** A way to the agents of one cluster. */
export interface ClusterTransport {
  /** Whether the agents of a node's lane run somewhere else and have to name that node. */
  readonly namesNodes: boolean;
  /** An endpoint decides what may be done through it; left out: the account's rights do. */
  readonly hasRoles?: true;
  /** Where to try, best first. `nodes`: the nodes as they were read last, those that are up first; none at the beginning. */
  seats(nodes: readonly string[]): readonly Seat[];
  /** Agents that reach the cluster from a seat. Processes start when they are needed. */
  open(seat: Seat, onPush: (push: AgentPush) => void): AgentPool;
  /** These nodes will be reached soon: what somebody has to say about them can be asked at once. Left out: nothing. */
  readonly meet?: (nodes: readonly string[]) => void;
  /** What somebody has to say to sign in; undefined: nothing is ever asked. */
  readonly signIn?: SignIn;
}

/** What was said to sign in, kept while a connection lives. */
export interface SignIn {
  /** Somebody asks to connect: what was refused or cancelled before may be asked for again. */
  askAgain(): void;
  /** Forgets all secrets; nothing can be opened any more. */
  close(): void;
}
