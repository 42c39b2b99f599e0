import { foldName } from '#shared/model/cluster-view';
import type { AgentLaunch } from '../agent/agent-launch';
import { createAgentPool } from '../agent/agent-pool';
import { powerShellArguments } from '../agent/bootstrap';
import type { ClusterTransport, Seat } from '../cluster-transport';
import type { TransportSurroundings } from './transport-surroundings';

/** A node that is reached with OpenSSH. */
export interface SshPlace {
  readonly host: string;
  /** Null: as ssh's own configuration says. */
  readonly user: string | null;
  readonly port: number | null;
  /** File of a private key; null: the agent and the usual keys. */
  readonly identity: string | null;
  /** PowerShell at the far end. */
  readonly executable: string;
  readonly modulePath: string | null;
  /** The ssh of this computer. */
  readonly ssh: string;
}

/** Seconds without an answer after which a connection is given up: three questions, five seconds apart. */
const aliveInterval = 5;
const aliveCount = 3;
const connectTimeout = 10;

/**
 * Reaches a cluster through one of its nodes, from every platform. The node's own tools do the work, so no cluster is named.
 * Never asks anything: who signs in with a password has to give it to an askpass program of ssh.
 */
export function sshTransport(place: SshPlace, around: TransportSurroundings): ClusterTransport {
  const open = { ...(place.modulePath !== null && { modulePath: place.modulePath }) };
  return {
    namesNodes: false,
    seats: (nodes) => seatsOf(place.host, nodes),
    open: (seat, onPush) =>
      createAgentPool({
        ...around,
        onPush,
        place: (lane) => ({
          launch: sshLaunch(place, hostOf(place.host, typeof lane === 'string' ? seat.name : lane.node)),
          open,
        }),
      }),
  };
}

/** The host that was named first, then the other nodes. */
function seatsOf(host: string, nodes: readonly string[]): readonly Seat[] {
  const own = nodes.find((node) => isSame(host, node)) ?? null;
  const others = nodes.filter((node) => node !== own);
  return [{ name: host, node: own }, ...others.map((node) => ({ name: node, node }))];
}

function isSame(host: string, node: string): boolean {
  return foldName(host) === foldName(node) || foldName(host).startsWith(`${foldName(node)}.`);
}

/** The address of a node: nodes stand in the domain of the host that was named, if it was named with one. */
function hostOf(host: string, node: string): string {
  if (isSame(host, node) || isAddress(host)) return isSame(host, node) ? host : node;
  const domain = host.indexOf('.');
  return domain < 0 || node.includes('.') ? node : `${node}${host.slice(domain)}`;
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}

/** How ssh is started for a host. The words after the host are one command line for the shell of the far end. */
export function sshLaunch(place: SshPlace, host: string): AgentLaunch {
  const { user, port, identity, executable, ssh } = place;
  return {
    command: ssh,
    args: [
      '-T',
      ...['-o', 'BatchMode=yes'],
      ...['-o', `ConnectTimeout=${connectTimeout}`],
      ...['-o', `ServerAliveInterval=${aliveInterval}`],
      ...['-o', `ServerAliveCountMax=${aliveCount}`],
      ...(port === null ? [] : ['-p', String(port)]),
      ...(identity === null ? [] : ['-i', identity, '-o', 'IdentitiesOnly=yes']),
      ...(user === null ? [] : ['-l', user]),
      '--',
      host,
      executable,
      ...powerShellArguments(),
    ],
  };
}

/** What may stand in a host name, a user name and the path of PowerShell: nothing that a shell or ssh would take for more. */
const hostName = /^[A-Za-z0-9_][A-Za-z0-9._:%-]{0,254}$/;
const userName = /^[A-Za-z0-9_][A-Za-z0-9._@\\+-]{0,254}$/;
const executablePath = /^[A-Za-z0-9_/.:\\~-]{1,255}$/;

/** Why a place cannot be used, one sentence; null: it can. */
export function sshProblem({ host, user, executable }: SshPlace): string | null {
  if (!hostName.test(host)) return `${JSON.stringify(host)} is no name or address of a computer.`;
  if (user !== null && !userName.test(user)) return `${JSON.stringify(user)} is no name of a user.`;
  if (!executablePath.test(executable))
    return `${JSON.stringify(executable)} cannot be run over ssh: a path without spaces and special characters is needed.`;
  return null;
}
