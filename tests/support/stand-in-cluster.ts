import { createAgentPool, type AgentLane } from '#backend/powershell/agent/agent-pool';
import type { ClusterTransport } from '#backend/powershell/cluster-transport';
import { computerTime } from '#backend/real-time';
import { rowsFor, unsupportedFailure } from './row-answers';
import type { SnapshotRows } from './rows-of-snapshot';
import { standInLaunch } from './stand-in-agent/launch';
import { serveAnswers, type AnswerFrames, type AnswerServer, type AskedRequest } from './stand-in-agent/serve-answers';

/** A cluster whose agents are stand-ins: real processes that answer rows. */
export interface StandInCluster {
  readonly transport: ClusterTransport;
  /** Lines that the agents' processes brought into the log. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Answers instead of the rows; undefined: the rows. */
export type StandInAnswer = (
  lane: AgentLane,
  seat: string,
  request: AskedRequest,
) => Promise<AnswerFrames> | AnswerFrames | undefined;

interface StandInClusterOptions {
  readonly seats: readonly string[];
  /** What is there to read now. */
  readonly rows: () => SnapshotRows;
  readonly answer?: StandInAnswer;
}

/** Stands in for a cluster. Resolves when its agents can start. */
export async function standInCluster({ seats, rows, answer }: StandInClusterOptions): Promise<StandInCluster> {
  const servers = new Map<string, AnswerServer>();
  const log: string[] = [];

  const framesFor = (lane: AgentLane, seat: string, request: AskedRequest): Promise<AnswerFrames> | AnswerFrames => {
    const special = answer?.(lane, seat, request);
    if (special !== undefined) return special;
    const { section } = request.args;
    const found =
      request.op === 'read' && typeof section === 'string' ? rowsFor(rows(), lane, section, request.args) : undefined;
    if (found === undefined) return [['fail', unsupportedFailure(`${request.op} ${JSON.stringify(section)}`)]];
    const frames = Array.from({ length: Math.ceil(found.length / 100) }, (_, part) => {
      return ['rows', found.slice(part * 100, part * 100 + 100)] as const;
    });
    return [...frames, ['done', null]];
  };

  const lanes: readonly AgentLane[] = ['read', 'write', 'watch', ...seats.map((node) => ({ node }))];
  for (const seat of seats)
    for (const lane of lanes)
      servers.set(keyOf(lane, seat), await serveAnswers((request) => framesFor(lane, seat, request)));

  return {
    log,
    transport: {
      namesNodes: false,
      seats: () => seats.map((name) => ({ name, node: name })),
      open: (seat, onPush) =>
        createAgentPool({
          place: (lane) => ({
            launch: standInLaunch({ answers: servers.get(keyOf(lane, seat.name))?.pipe ?? '' }),
            open: {},
          }),
          script: '',
          time: computerTime,
          log: (_, text) => log.push(text),
          onPush,
        }),
    },
    close: async () => {
      for (const server of servers.values()) await server.close();
    },
  };
}

function keyOf(lane: AgentLane, seat: string): string {
  return `${seat}/${typeof lane === 'string' ? lane : `node ${lane.node}`}`;
}
