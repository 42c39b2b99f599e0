import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { clusterNotRunning } from './objections/cluster-objections';
import { diskUnreachable } from './objections/disk-objections';
import { call, cmdletCall, pipeline } from './script-step';

/** Adds a disk that all nodes see to Available Storage. */
export const addDisk = defineCommand({
  name: 'disk.add',
  title: 'Add a Disk',
  target: 'cluster',
  input: z.strictObject({ disk: objectName }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk }) => `Add ${disk} to the cluster`,
  availability: (_name, view) => offeredUnless(clusterNotRunning(view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk }) => [
    pipeline(
      cmdletCall('Get-ClusterAvailableDisk'),
      cmdletCall('Where-Object', { Property: 'Name', EQ: true, Value: disk }),
      cmdletCall('Add-ClusterDisk'),
    ),
  ],
});

/** Takes a disk out of the cluster; what is on it stays. */
export const removeDisk = defineCommand({
  name: 'disk.remove',
  title: 'Remove',
  target: 'disk',
  input: z.strictObject({ disk: objectName }),
  risk: 'destructive',
  asks: false,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk }) => `Remove ${disk} from the cluster`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk }) => [call('Remove-ClusterResource', { Name: [disk], Force: true, Confirm: false })],
});

/** Gives a disk to a role. */
export const assignDisk = defineCommand({
  name: 'disk.assign',
  title: 'Assign to Another Role',
  target: 'disk',
  input: z.strictObject({ disk: objectName, role: objectName }),
  risk: 'disruptive',
  asks: true,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk, role }) => `Assign ${disk} to ${role}`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk, role }) => [call('Move-ClusterResource', { Name: disk, Group: role })],
});

/** Turns maintenance mode of a disk on or off. */
export const setMaintenance = defineCommand({
  name: 'disk.setMaintenance',
  title: 'Turn On Maintenance Mode',
  target: 'disk',
  input: z.strictObject({ disk: objectName, on: z.boolean() }),
  risk: 'disruptive',
  asks: true,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk, on }) => `Turn ${on ? 'on' : 'off'} maintenance mode of ${disk}`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk, on }) => [
    on
      ? call('Suspend-ClusterResource', { Name: disk, Force: true, Confirm: false })
      : call('Resume-ClusterResource', { Name: disk }),
  ],
});
