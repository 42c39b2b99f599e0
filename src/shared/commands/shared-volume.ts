import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { diskUnreachable } from './objections/disk-objections';
import { call } from './script-step';

/** Makes a disk of Available Storage a shared volume. */
export const addToSharedVolumes = defineCommand({
  name: 'disk.addToSharedVolumes',
  title: 'Add to Cluster Shared Volumes',
  target: 'disk',
  input: z.strictObject({ disk: objectName }),
  risk: 'safe',
  asks: false,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk }) => `Add ${disk} to Cluster Shared Volumes`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk }) => [call('Add-ClusterSharedVolume', { Name: [disk] })],
});

/** Makes a shared volume a disk of Available Storage again. */
export const removeFromSharedVolumes = defineCommand({
  name: 'disk.removeFromSharedVolumes',
  title: 'Remove from Cluster Shared Volumes',
  target: 'sharedVolume',
  input: z.strictObject({ disk: objectName }),
  risk: 'destructive',
  asks: false,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'sharedVolume', name: disk }),
  describe: ({ disk }) => `Remove ${disk} from Cluster Shared Volumes`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk }) => [call('Remove-ClusterSharedVolume', { Name: [disk], Confirm: false })],
});

/** Makes another node the coordinator of a shared volume. */
export const moveSharedVolume = defineCommand({
  name: 'disk.moveSharedVolume',
  title: 'Move',
  target: 'sharedVolume',
  input: z.strictObject({
    disk: objectName,
    /** Left out: the best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (disk) => ({ disk }),
  targetOf: ({ disk }) => ({ kind: 'sharedVolume', name: disk }),
  describe: ({ disk, destination }) => `Move ${disk} to ${destination ?? 'the best possible node'}`,
  availability: (disk, view) => offeredUnless(diskUnreachable(disk, view)),
  check: ({ disk }, view) => refusal(diskUnreachable(disk, view)) ?? accepted(),
  script: ({ disk, destination }) => [call('Move-ClusterSharedVolume', { Name: disk, Node: destination, Wait: 0 })],
});
