import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Disk } from '../model/disk';
import type { SharedVolume } from '../model/shared-volume';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { diskNotUsable, notAvailableStorage } from './rules/disk-rules';
import { nodeCannotReceive, nodesUnknown } from './rules/node-rules';
import { disks, sharedVolumes } from './rules/subject';
import { machinesOnDisk } from './rules/volume-rules';
import { call } from './script-step';
import { aboutDisk, aboutSharedVolume } from './targets';
import { countOf, listOf } from './words';

/** Only a disk in Available Storage (5965) that is online (5004), where shared volumes are enabled. */
function cannotShare(disk: Disk, view: ClusterView): Objection {
  const { cluster } = view.snapshot;
  if (cluster.release === '2008') return objection('Windows Server 2008 has no Cluster Shared Volumes.', 50);
  if (disk.use === 'SharedVolume') return objection(`${disk.name} already is a shared volume.`, 5965);
  return (
    (cluster.sharedVolumesEnabled
      ? null
      : objection('Cluster Shared Volumes are not enabled; use Enable Cluster Shared Volumes first.')) ??
    notAvailableStorage(disk.name, view) ??
    diskNotUsable(disk)
  );
}

/** Makes a disk of Available Storage a shared volume. */
export const addToSharedVolumes = defineCommand({
  name: 'disk.addToSharedVolumes',
  title: 'Add to Cluster Shared Volumes',
  ...aboutDisk,
  input: z.strictObject({ disk: objectName }),
  risk: 'safe',
  asks: false,
  describe: ({ disk }) => `Add ${disk} to Cluster Shared Volumes`,
  availability: (name, view) => disks.offer(name, view, (disk) => cannotShare(disk, view)),
  check: ({ disk: name }, view) =>
    disks.check(
      name,
      view,
      (disk) =>
        refusal(cannotShare(disk, view)) ??
        accepted(
          `Every node reads and writes ${disk.name} under C:\\ClusterStorage; its drive letter is gone.`,
          'What is on it stays.',
        ),
    ),
  script: ({ disk }) => [call('Add-ClusterSharedVolume', { Name: [disk] })],
});

/** A volume that holds running machines cannot go: 5947. */
function volumeInUse(volume: SharedVolume, view: ClusterView): Objection {
  const machines = machinesOnDisk(volume.name, view).map((machine) => machine.name);
  if (machines.length === 0) return null;
  const who = machines.length <= 3 ? listOf(machines) : countOf(machines.length, 'virtual machine');
  return objection(
    `${who} ${machines.length === 1 ? 'runs' : 'run'} from ${volume.name}.`,
    5947,
    'Stop the machines, or move their storage away.',
  );
}

/** Makes a shared volume a disk of Available Storage again. */
export const removeFromSharedVolumes = defineCommand({
  name: 'disk.removeFromSharedVolumes',
  title: 'Remove from Cluster Shared Volumes',
  ...aboutSharedVolume,
  input: z.strictObject({ disk: objectName }),
  risk: 'destructive',
  asks: false,
  describe: ({ disk }) => `Remove ${disk} from Cluster Shared Volumes`,
  availability: (name, view) => sharedVolumes.offer(name, view, (volume) => volumeInUse(volume, view)),
  check: ({ disk }, view) =>
    sharedVolumes.check(
      disk,
      view,
      (volume) =>
        refusal(volumeInUse(volume, view)) ??
        accepted(
          `${volume.path} is gone on every node: machines with files there do not start until their paths are changed.`,
          `${volume.name} goes to Available Storage; what is on it stays.`,
        ),
    ),
  script: ({ disk }) => [call('Remove-ClusterSharedVolume', { Name: [disk], Confirm: false })],
});

function notOnline(volume: SharedVolume): Objection {
  return volume.state === 'Online' ? null : objection(`${volume.name} is not online.`, 5004);
}

function cannotMove(volume: SharedVolume, view: ClusterView): Objection {
  const offline = notOnline(volume);
  if (offline !== null) return offline;
  const others = view.snapshot.nodes.filter((node) => foldName(node.name) !== foldName(volume.ownerNode ?? ''));
  const reasons = others.map(nodeCannotReceive);
  if (reasons.includes(null)) return null;
  const [first] = reasons;
  return others.length === 1 && first
    ? first
    : objection(`${volume.ownerNode ?? 'No node'} is the only node that is up.`, first?.code ?? 5036);
}

function unfitCoordinator(destination: string, view: ClusterView): Objection {
  const node = view.node(destination);
  return node === undefined ? nodesUnknown([destination], view) : nodeCannotReceive(node);
}

/** Makes another node the coordinator of a shared volume. */
export const moveSharedVolume = defineCommand({
  name: 'disk.moveSharedVolume',
  title: 'Move',
  ...aboutSharedVolume,
  input: z.strictObject({
    disk: objectName,
    /** Left out: the best possible node. */
    destination: objectName.optional(),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ disk, destination }) => `Move ${disk} to ${destination ?? 'the best possible node'}`,
  availability: (name, view) => sharedVolumes.offer(name, view, (volume) => cannotMove(volume, view)),
  check: ({ disk, destination }, view) =>
    sharedVolumes.check(disk, view, (volume) => {
      if (destination !== undefined && foldName(destination) === foldName(volume.ownerNode ?? ''))
        return unchanged(`${volume.name} is already on ${volume.ownerNode ?? destination}.`);
      return (
        refusal(
          destination === undefined
            ? cannotMove(volume, view)
            : (unfitCoordinator(destination, view) ?? notOnline(volume)),
        ) ??
        accepted(
          `${volume.name} is coordinated by ${destination ?? 'the best possible node'} instead of ${volume.ownerNode ?? 'no node'}.`,
          'Virtual machines on it keep running; their reads and writes wait for a moment.',
        )
      );
    }),
  script: ({ disk, destination }) => [call('Move-ClusterSharedVolume', { Name: disk, Node: destination, Wait: 0 })],
});
