import { clusterError } from '#shared/model/cluster-error';
import type { JsonValue } from '#shared/model/operation';
import { failure } from '#shared/model/result';
import { withFate, type StartError } from '../agent/agent-request';
import { powerShellArguments } from '../agent/bootstrap';
import { createAgentPool } from '../agent/agent-pool';
import type { ProcessFollower } from '../agent/process-follower';
import type { ClusterTransport } from '../cluster-transport';
import { isNear, notNear } from './node-seats';
import type { TransportSurroundings } from './transport-surroundings';

/** A PowerShell of this computer that has the modules (RSAT on Windows). */
export interface LocalPlace {
  /** Absolute path, or a name on PATH. */
  readonly executable: string;
  /** A folder that is looked in first for the modules; null: only where PowerShell looks itself. */
  readonly modulePath: string | null;
  /** Name of the cluster; null: the one that this computer is a node of. */
  readonly cluster: string | null;
}

/** Reaches a cluster by its name from this computer, with the rights of the user: one hop, nothing to sign in to. */
export function localTransport(place: LocalPlace, around: TransportSurroundings): ClusterTransport {
  const { executable, modulePath, cluster } = place;
  const open = {
    ...(modulePath !== null && { modulePath }),
    ...(cluster !== null && { cluster }),
  };
  return {
    namesNodes: true,
    seats: () => [{ name: cluster ?? 'this computer', node: null }],
    open: (seat, onPush) => {
      const pool = createAgentPool({
        ...around,
        onPush,
        place: () => ({
          launch: { command: executable, args: powerShellArguments() },
          open,
          follower: followLocal(executable),
        }),
      });
      return {
        ...pool,
        request: async (lane, request) => {
          // Cmdlets sign in to the computers that they name, as the user.
          const far = computersIn(request.args).find((name) => !isNear(cluster ?? '', name));
          return far === undefined
            ? pool.request(lane, request)
            : failure(withFate(notNear(seat.name, far), 'notBegun'));
        },
      };
    },
  };
}

/** The computers that a request names: the node of a read, and what steps give to `-ComputerName`. */
function computersIn(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(computersIn);
  return Object.entries(value).flatMap(([key, part]) => {
    if (key !== 'computer' && key !== 'ComputerName') return computersIn(part);
    return (Array.isArray(part) ? (part as readonly JsonValue[]) : [part]).map(String);
  });
}

/** Knows what it means when there is nothing to start. */
function followLocal(executable: string): ProcessFollower {
  return {
    errorLine: () => false,
    isAsking: () => false,
    ready: () => undefined,
    ended: (code, reason) => (code === null && /\b(?:ENOENT|EACCES)\b/.test(reason) ? notThere(executable) : null),
  };
}

function notThere(executable: string): StartError {
  const error = clusterError(
    'unsupported',
    `${JSON.stringify(executable)} is no program that can be started on this computer.`,
    { advice: 'Name the PowerShell that has the tools for clusters, or connect to a node.' },
  );
  return { ...error, stage: 'reach' };
}

/** Where Windows PowerShell 5.1 is, which has the modules of the cluster; null on other platforms. */
export function windowsPowerShell(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string | null {
  if (platform !== 'win32') return null;
  return `${environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
}
