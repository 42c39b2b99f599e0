import { clusterError, type ClusterError } from '#shared/model/cluster-error';
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

/** One label of a name. What is all digits would be taken for an address. */
const label = /^(?!(?:\d+|0x[\da-f]*)$)[\p{L}\p{N}_-]{1,63}$/iu;

/**
 * Whether a node that a cluster names is where the host is that somebody named: a plain name, as clusters have them, or one of the
 * same domain. WinRM asks for no host key, and hands whoever is asked what it needs to sign in: a name of elsewhere is not asked.
 */
export function isNear(host: string, node: string): boolean {
  if (foldName(host) === foldName(node)) return true;
  const [first = '', ...domain] = node.split('.');
  if (!label.test(first)) return false;
  return domain.length === 0 || (!isAddress(host) && foldName(domain.join('.')) === foldName(domainOf(host)));
}

/** Empty for a name without one. */
function domainOf(host: string): string {
  return host.split('.').slice(1).join('.');
}

/** What is told of a node that is not near. */
export function notNear(host: string, node: string): ClusterError {
  return clusterError(
    'notConnected',
    `The cluster has a node ${JSON.stringify(node)}, which is not in the domain of ${host}: Regroup does not sign in to it.`,
    {
      advice: 'Ask whoever runs the cluster. If the name is right, connect to the cluster by a name of that domain.',
    },
  );
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}

/**
 * Opens seats by what each process on a host needs. `host`: the one that somebody named. The names of the other nodes come
 * from the cluster; one that could be anything but the name of a computer is not reached, nor, `onlyNear`, one of elsewhere.
 */
export function openSeats(
  host: string,
  around: TransportSurroundings,
  prepare: (host: string) => ReturnType<PreparePlace>,
  onlyNear = false,
): ClusterTransport['open'] {
  return (seat, onPush) =>
    createAgentPool({
      ...around,
      onPush,
      place: (lane) => () => {
        const node = typeof lane === 'string' ? seat.name : lane.node;
        if (onlyNear && !isNear(host, node))
          return Promise.resolve(failure({ ...notNear(host, node), stage: 'reach' }));
        const name = hostOf(host, node);
        if (name === host || isHostName(name)) return prepare(name);
        const message = `${JSON.stringify(name)} is no name of a computer, so it is not reached.`;
        const error = clusterError('notConnected', message, { advice: 'Look at the names of the nodes.' });
        return Promise.resolve(failure({ ...error, stage: 'reach' }));
      },
    });
}
