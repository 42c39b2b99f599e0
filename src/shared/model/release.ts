/** Windows Server releases with failover clustering that Regroup knows, oldest first. */
export const releases = ['2008', '2008R2', '2012', '2012R2', '2016', '2019', '2022', '2025'] as const;

/** One release of Windows Server. The rules of a cluster differ by it. */
export type Release = (typeof releases)[number];

/** Whether `release` is `reference` or newer. */
export function isAtLeast(release: Release, reference: Release): boolean {
  return releases.indexOf(release) >= releases.indexOf(reference);
}
