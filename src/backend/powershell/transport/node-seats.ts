import { clusterError } from '#shared/model/cluster-error';
import { foldName } from '#shared/model/cluster-view';
import { failure } from '#shared/model/result';
import type { PreparePlace } from '../agent/agent';
import { createAgentPool } from '../agent/agent-pool';
import type { ClusterTransport, Seat } from '../cluster-transport';
import type { TransportSurroundings } from './transport-surroundings';

/** What may stand in the name or the address of a computer: nothing that a shell or ssh would take for more. */
const hostName = /^[A-Za-z0-9_][A-Za-z0-9._:%-]{0,254}$/;

/** Whether a text can be the name or the address of a computer. */
export function isHostName(text: string): boolean {
  return hostName.test(text);
}

/** The host that was named first, then the other nodes. */
export function seatsOf(host: string, nodes: readonly string[]): readonly Seat[] {
  const own = nodes.find((node) => isSame(host, node)) ?? null;
  const others = nodes.filter((node) => node !== own);
  return [{ name: host, node: own }, ...others.map((node) => ({ name: node, node }))];
}

function isSame(host: string, node: string): boolean {
  return foldName(host) === foldName(node) || foldName(host).startsWith(`${foldName(node)}.`);
}

/** The address of a node: nodes stand in the domain of the host that was named, if it was named with one. */
export function hostOf(host: string, node: string): string {
  if (isSame(host, node) || isAddress(host)) return isSame(host, node) ? host : node;
  const domain = host.indexOf('.');
  return domain < 0 || node.includes('.') ? node : `${node}${host.slice(domain)}`;
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}

/**
 * Opens seats by what each process on a host needs. `host`: the one that somebody named. The names of the other nodes come
 * from the cluster; one that could be anything but the name of a computer is not reached.
 */
export function openSeats(
  host: string,
  around: TransportSurroundings,
  prepare: (host: string) => ReturnType<PreparePlace>,
): ClusterTransport['open'] {
  return (seat, onPush) =>
    createAgentPool({
      ...around,
      onPush,
      place: (lane) => () => {
        const name = hostOf(host, typeof lane === 'string' ? seat.name : lane.node);
        if (name === host || isHostName(name)) return prepare(name);
        const message = `${JSON.stringify(name)} is no name of a computer, so it is not reached.`;
        const error = clusterError('notConnected', message, { advice: 'Look at the names of the nodes.' });
        return Promise.resolve(failure({ ...error, stage: 'reach' }));
      },
    });
}
