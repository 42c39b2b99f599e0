import { foldName } from '#shared/model/cluster-view';
import type { ClusterRows } from './cluster-rows';
import { foldId, type MachineRow } from './rows/machine-row';

/** Which disks hold a machine's files. */
export type MachineDisks = (machine: MachineRow, role: string | null) => readonly string[];

function foldPath(path: string): string {
  return path.replace(/\//g, '\\').toLowerCase();
}

/**
 * Finds the disks of machines: shared volumes by the paths of its virtual disks (of its configuration while those are not
 * read), and the clustered disks that its role holds.
 */
export function machineDisks(rows: ClusterRows): MachineDisks {
  const paths = new Map<string, string[]>();
  for (const { machineDisks: disks } of rows.ofNodes.values())
    for (const { VMId, Path } of disks)
      if (Path !== null) paths.set(foldId(VMId), [...(paths.get(foldId(VMId)) ?? []), foldPath(Path)]);
  const volumes = rows.sharedVolumes.flatMap(({ Name, Path }) =>
    Path === null ? [] : [{ name: Name, folder: foldPath(Path).replace(/\\?$/, '\\') }],
  );
  const ofRoles = new Map<string, string[]>();
  for (const { Name, ResourceType, OwnerGroup } of rows.resources)
    if (OwnerGroup !== null && foldName(ResourceType ?? '') === 'physical disk')
      ofRoles.set(foldName(OwnerGroup), [...(ofRoles.get(foldName(OwnerGroup)) ?? []), Name]);
  return (machine, role) => {
    const files = paths.get(foldId(machine.Id)) ?? (machine.Path === null ? [] : [foldPath(machine.Path)]);
    const holding = volumes.filter(({ folder }) => files.some((file) => `${file}\\`.startsWith(folder)));
    return [...holding.map(({ name }) => name), ...(role === null ? [] : (ofRoles.get(foldName(role)) ?? []))];
  };
}
