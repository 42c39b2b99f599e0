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

/** `Windows Server 2008 R2`. */
export function releaseTitle(release: Release): string {
  return `Windows Server ${release.replace('R2', ' R2')}`;
}
