import type { AgentLane, AgentPool } from '#backend/powershell/agent/agent-pool';
import type { AgentPush } from '#backend/powershell/agent/agent-session';
import { withFate, type AgentRequest, type AgentResult } from '#backend/powershell/agent/agent-request';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { clusterError, type ClusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import { failure, success } from '#shared/model/result';
import { rowsFor } from './row-answers';
import type { SnapshotRows } from './rows-of-snapshot';

/** A request that waits for its answer. */
export interface PendingRead {
  readonly seat: string;
  readonly lane: AgentLane;
  readonly section: string;
  readonly request: AgentRequest;
  /** Answers with the rows of the moment. */
  answer(): void;
  answerWith(rows: readonly JsonValue[]): void;
  fail(kind: ClusterError['kind'], message: string, advice?: string): void;
}

/** Agents in this process, for tests of when something is read: every request waits until the test answers it. */
export class RowTransport implements ClusterTransport {
  readonly namesNodes = false;
  readonly pending: PendingRead[] = [];
  /** Sections in the order in which they were asked for, `node/section` for those of nodes. */
  readonly asked: string[] = [];
  readonly opened: string[] = [];
  /** Answers by itself what this answers true for. */
  auto: (read: PendingRead) => boolean = () => true;
  private pushes: ((push: AgentPush) => void)[] = [];

  constructor(
    public rows: SnapshotRows,
    private readonly names: readonly string[],
  ) {}

  seats(nodes: readonly string[]): readonly { name: string; node: string }[] {
    const known = [...this.names, ...nodes.filter((node) => !this.names.includes(node))];
    return known.map((name) => ({ name, node: name }));
  }

  push(push: AgentPush): void {
    for (const tell of this.pushes) tell(push);
  }

  open(seat: { readonly name: string }, onPush: (push: AgentPush) => void): AgentPool {
    this.opened.push(seat.name);
    this.pushes = [onPush];
    const own = new Set<PendingRead>();
    let closed = false;
    const request = (lane: AgentLane, asked: AgentRequest): Promise<AgentResult> =>
      new Promise((resolve) => {
        const settle = (result: AgentResult): void => {
          own.delete(read);
          const place = this.pending.indexOf(read);
          if (place >= 0) this.pending.splice(place, 1);
          resolve(result);
        };
        const named = asked.args['section'];
        const section = asked.op === 'read' && typeof named === 'string' ? named : asked.op;
        const read: PendingRead = {
          seat: seat.name,
          lane,
          section,
          request: asked,
          answer: () => {
            const rows = rowsFor(this.rows, lane, section, asked.args);
            if (rows === undefined) read.fail('unsupported', `There is no ${section}.`);
            else read.answerWith(rows);
          },
          answerWith: (rows) => {
            asked.onRows?.(rows);
            settle(success(null));
          },
          fail: (kind, message, advice) =>
            settle(failure(withFate(clusterError(kind, message, advice === undefined ? {} : { advice }), 'unknown'))),
        };
        own.add(read);
        this.pending.push(read);
        this.asked.push(typeof lane === 'string' ? section : `${lane.node}/${section}`);
        if (closed) read.fail('notConnected', 'The connection was closed.');
        else if (section !== 'watch' && this.auto(read)) read.answer();
      });
    return {
      request,
      close: () => {
        closed = true;
        for (const read of [...own]) read.fail('notConnected', 'The connection was closed.');
        return Promise.resolve();
      },
    };
  }
}
