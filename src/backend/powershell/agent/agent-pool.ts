import { clusterError } from '#shared/model/cluster-error';
import { failure } from '#shared/model/result';
import { createAgent, type Agent, type AgentPlace, type AgentSurroundings, type PreparePlace } from './agent';
import { withFate, type AgentRequest, type AgentResult } from './agent-request';

/** Which agents a request goes to. Reads of one node have agents of their own: a node that hangs holds up only itself. */
export type AgentLane = 'read' | 'write' | 'watch' | { readonly node: string };

/** The agents of one cluster. */
export interface AgentPool {
  /** Waits for a free agent of its lane. Never throws; `fate` of the error says whether it may have been carried out. */
  request(lane: AgentLane, request: AgentRequest): Promise<AgentResult>;
  /** Ends all processes. What is under way fails with `notConnected`. Resolves when the processes are gone. */
  close(): Promise<void>;
}

interface PoolOptions extends AgentSurroundings {
  /** Where the agents of a lane run. */
  readonly place: (lane: AgentLane) => AgentPlace | PreparePlace;
}

/** How many processes a lane may have; node agents count together. */
const sizes = { read: 2, write: 1, watch: 1, node: 8 } as const;

interface Job {
  /** Null where every agent of the lane will do. */
  readonly node: string | null;
  readonly request: AgentRequest;
  readonly settle: (result: AgentResult) => void;
}

interface Slot {
  readonly node: string | null;
  readonly agent: Agent;
  busy: boolean;
}

/** Makes a pool; processes start when they are needed. */
export function createAgentPool(options: PoolOptions): AgentPool {
  const lanes = {
    read: createLane(sizes.read, () => createAgent(options.place('read'), options)),
    write: createLane(sizes.write, () => createAgent(options.place('write'), options)),
    watch: createLane(sizes.watch, () => createAgent(options.place('watch'), options)),
    node: createLane(sizes.node, (node) => createAgent(options.place({ node: node ?? '' }), options)),
  };
  return {
    request: (lane, request) =>
      typeof lane === 'string' ? lanes[lane].add(null, request) : lanes.node.add(lane.node, request),
    close: async () => {
      await Promise.all(Object.values(lanes).map((lane) => lane.close()));
    },
  };
}

interface Lane {
  add(node: string | null, request: AgentRequest): Promise<AgentResult>;
  close(): Promise<void>;
}

/** A queue in front of at most `size` agents. The agent that was used last stands last in `slots`. */
function createLane(size: number, make: (node: string | null) => Agent): Lane {
  let slots: readonly Slot[] = [];
  let queue: readonly Job[] = [];
  let closed = false;

  /** The free agent that takes a job, made if there is room; undefined while there is none. */
  const slotFor = ({ node }: Job): Slot | undefined => {
    const own = slots.filter((slot) => slot.node === node);
    const free = own.filter((slot) => !slot.busy).at(-1);
    if (free !== undefined) return free;
    if (node !== null && own.length > 0) return undefined;
    if (slots.length >= size) {
      const idle = slots.find((slot) => !slot.busy);
      if (idle === undefined) return undefined;
      void idle.agent.close();
      slots = slots.filter((slot) => slot !== idle);
    }
    return { node, agent: make(node), busy: false };
  };

  const begin = (job: Job, slot: Slot): void => {
    slots = [...slots.filter((other) => other !== slot), slot];
    slot.busy = true;
    void slot.agent.run(job.request).then((result) => {
      slot.busy = false;
      job.settle(result);
      pump();
    });
  };

  const pump = (): void => {
    for (const job of queue) {
      const slot = slotFor(job);
      if (slot === undefined) continue;
      queue = queue.filter((other) => other !== job);
      begin(job, slot);
    }
  };

  return {
    add: (node, request) =>
      new Promise((resolve) => {
        if (closed) {
          resolve(notBegun('notConnected', 'The connection was closed.'));
          return;
        }
        const abort = (): void => {
          if (!queue.includes(job)) return;
          queue = queue.filter((other) => other !== job);
          resolve(notBegun('cancelled', 'It was cancelled.'));
        };
        const job: Job = {
          node,
          request,
          settle: (result) => {
            request.signal?.removeEventListener('abort', abort);
            resolve(result);
          },
        };
        request.signal?.addEventListener('abort', abort, { once: true });
        queue = [...queue, job];
        if (request.signal?.aborted === true) abort();
        else pump();
      }),
    close: async () => {
      closed = true;
      for (const job of queue) job.settle(notBegun('notConnected', 'The connection was closed.'));
      queue = [];
      await Promise.all(slots.map(({ agent }) => agent.close()));
    },
  };
}

function notBegun(kind: 'notConnected' | 'cancelled', message: string): AgentResult {
  return failure(withFate(clusterError(kind, message), 'notBegun'));
}
