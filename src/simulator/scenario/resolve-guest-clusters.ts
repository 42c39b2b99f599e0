import type { z } from 'zod';
import type { Release } from '#shared/model/release';
import type { Entry } from './parse-part';
import { inWords } from './problem-log';
import { resolveAll, type RoleSurroundings } from './resolve-roles';
import type { guestClusterSchema } from './role-schema';
import type { ScenarioGuestCluster } from './scenario-role';
import { suggestionFor } from '#shared/suggestion';

/** Guest clusters with the names of their machines. */
export function resolveGuestClusters(
  entries: readonly Entry<z.output<typeof guestClusterSchema>>[],
  release: Release,
  { world, log }: RoleSurroundings,
): readonly Entry<ScenarioGuestCluster>[] {
  return entries.map(({ value: { name, nodes, disk, roles, release: given = release }, path }) => {
    const members = resolveAll(world.machines, nodes, [...path, 'nodes']);
    const value = {
      name,
      release: given,
      nodes: members,
      disk: disk === undefined ? null : guestDisk(disk),
      roles: roles.map((role, index) => {
        const at = [...path, 'roles', index, 'owner'];
        const owner = world.machines.resolve(role.owner, at);
        if (world.machines.find(role.owner) !== undefined && !members.includes(owner))
          log.complain({ path: at, expected: `a node of the guest cluster ${inWords(name)}`, found: inWords(owner) });
        return { ...role, owner };
      }),
    };
    return { path, value };

    /** A LUN of the guests' own need not be a disk of this cluster; a misspelt disk of it is a mistake. */
    function guestDisk(given: string): string {
      const known = world.disks.find(given);
      if (known === undefined && suggestionFor(given, world.disks.all()) !== null)
        return world.disks.resolve(given, [...path, 'disk']);
      return known ?? given;
    }
  });
}
