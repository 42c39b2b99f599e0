import type { SnapshotListName, SnapshotSingles } from '#shared/model/snapshot';

/** What of the snapshot changed since it was last asked for, by id. A change costs by itself, not by the size of the cluster. */
export interface ChangeLog {
  readonly lists: { readonly [List in SnapshotListName]: Set<string> };
  readonly singles: Set<keyof SnapshotSingles>;
  /** What is broken changed. */
  fabric: boolean;
}

/** An empty log. */
export function changeLog(): ChangeLog {
  return {
    lists: {
      operations: new Set(),
      nodes: new Set(),
      roles: new Set(),
      resources: new Set(),
      networks: new Set(),
      networkInterfaces: new Set(),
      disks: new Set(),
      sharedVolumes: new Set(),
      virtualMachines: new Set(),
    },
    singles: new Set(),
    fabric: false,
  };
}
