/** The builds of Windows Server 2008 to 2025, with and without service pack. */
const builds: readonly (readonly number[])[] = [
  [6001, 6002, 6003],
  [7600, 7601],
  [9200],
  [9600],
  [14393],
  [17763],
  [20348],
  [26100],
];

/** The place of 2012 R2 in the list: since then a cluster may be upgraded node by node. */
const firstOfRollingUpgrade = 3;

function versionOf(build: string): number {
  const number = Number(build.split('.')[0]);
  return builds.findIndex((version) => version.includes(number));
}

/**
 * Whether nodes with two builds may be in one cluster: the same version, or since 2012 R2 two that follow each other (Microsoft:
 * Cluster Operating System Rolling Upgrade). A build of no server release fits every other.
 */
export function versionsFit(a: string, b: string): boolean {
  const [one, other] = [versionOf(a), versionOf(b)];
  if (one === other || one < 0 || other < 0) return true;
  return Math.abs(one - other) === 1 && Math.min(one, other) >= firstOfRollingUpgrade;
}
