import { foldName } from '#shared/model/cluster-view';
import type { Seat } from '../cluster-transport';

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
