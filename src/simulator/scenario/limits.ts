import { isAtLeast, type Release } from '#shared/model/release';

/** How much a release allows. */
export interface Limits {
  readonly nodes: number;
  /** Virtual machines in the cluster. */
  readonly machines: number;
  /** Virtual machines that run on one node. */
  readonly machinesPerNode: number;
}

/** "Limits: nodes / machines / machines a node" of the rules. */
export function limitsOf(release: Release): Limits {
  return isAtLeast(release, '2012')
    ? { nodes: 64, machines: 8000, machinesPerNode: 1024 }
    : { nodes: 16, machines: 1000, machinesPerNode: 384 };
}

/** Nodes of a guest cluster, by what runs in its machines: 8 with Windows Server 2003. */
export function guestNodeLimit(release: Release | '2003'): number {
  return release === '2003' ? 8 : limitsOf(release).nodes;
}

/** `Windows Server 2008 R2`. */
export function releaseTitle(release: Release | '2003'): string {
  return `Windows Server ${release.replace('R2', ' R2')}`;
}
