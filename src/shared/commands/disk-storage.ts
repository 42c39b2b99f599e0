import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Disk } from '../model/disk';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { directDependents } from './rules/dependency-rules';
import { diskUseInWords } from './rules/disk-rules';
import { roleMoving } from './rules/role-rules';
import { disks, roles, runningCluster } from './rules/subject';
import { call, cmdletCall, pipeline } from './script-step';
import { aboutCluster, aboutDisk } from './targets';
import { listOf, sizeInWords } from './words';

/** Adds a disk that all nodes see to Available Storage. */
export const addDisk = defineCommand({
  name: 'disk.add',
  title: 'Add a Disk',
  ...aboutCluster,
  input: z.strictObject({ disk: objectName }),
  risk: 'safe',
  asks: true,
  targetOf: ({ disk }) => ({ kind: 'disk', name: disk }),
  describe: ({ disk }) => `Add ${disk} to the cluster`,
  availability: (name, view) =>
    runningCluster.offer(name, view, () =>
      view.snapshot.disks.some((disk) => disk.use === 'NotClustered')
        ? null
        : objection('No disk is left to add: every disk that all nodes see is in the cluster.'),
    ),
  check: ({ disk: name }, view) =>
    disks.check(
      name,
      view,
      (disk) =>
        refusal(disk.use === 'NotClustered' ? null : objection(`${disk.name} is already in the cluster.`, 5010)) ??
        accepted(
          `${disk.name} (${sizeInWords(disk.size)}) goes to Available Storage and comes online on one node; the others are locked out.`,
          'What is on it stays.',
        ),
    ),
  script: ({ disk }) => [
    pipeline(
      cmdletCall('Get-ClusterAvailableDisk'),
      cmdletCall('Where-Object', { Property: 'Name', EQ: true, Value: disk }),
      cmdletCall('Add-ClusterDisk'),
    ),
  ],
});

/** Only a disk that nothing uses can leave: the witness 5020, a shared volume 5948. */
function diskInUse(disk: Disk): Objection {
  switch (disk.use) {
    case 'AvailableStorage':
      return null;
    case 'Witness':
      return objection(
        `${diskUseInWords(disk)}.`,
        5020,
        'Choose another witness in Configure Cluster Quorum Settings.',
      );
    case 'SharedVolume':
      return objection(`${diskUseInWords(disk)}; remove it from Cluster Shared Volumes first.`, 5948);
    case 'NotClustered':
      return objection(`${diskUseInWords(disk)}.`, 5007);
    case 'Role':
      return objection(`${diskUseInWords(disk)}.`, 5965);
  }
}

/** Takes a disk out of the cluster; what is on it stays. */
export const removeDisk = defineCommand({
  name: 'disk.remove',
  title: 'Remove',
  ...aboutDisk,
  input: z.strictObject({ disk: objectName }),
  risk: 'destructive',
  asks: false,
  describe: ({ disk }) => `Remove ${disk} from the cluster`,
  availability: (name, view) => disks.offer(name, view, diskInUse),
  check: ({ disk: name }, view) =>
    disks.check(
      name,
      view,
      (disk) =>
        refusal(diskInUse(disk)) ??
        accepted(
          `${disk.name} goes offline and leaves the cluster. What is on it stays.`,
          'It is no longer protected: every server that sees it can write to it.',
        ),
    ),
  script: ({ disk }) => [call('Remove-ClusterResource', { Name: [disk], Force: true, Confirm: false })],
});

function cannotAssign(disk: Disk, view: ClusterView): Objection {
  if (disk.use === 'AvailableStorage') return null;
  if (disk.use !== 'Role') return diskInUse(disk) ?? objection(`${diskUseInWords(disk)}.`);
  const resource = view.resource(disk.name);
  const dependents = resource === undefined ? [] : directDependents(resource, view);
  if (dependents.length === 0) return null;
  const names = listOf(dependents.map((dependent) => dependent.name));
  return objection(
    `${names} ${dependents.length === 1 ? 'depends' : 'depend'} on ${disk.name}.`,
    5001,
    'Change that dependency first.',
  );
}

function changesNode(disk: Disk, role: string, view: ClusterView | undefined): boolean {
  const target = view?.role(role)?.ownerNode;
  return (
    target !== undefined && target !== null && disk.ownerNode !== null && foldName(target) !== foldName(disk.ownerNode)
  );
}

/** Gives a disk to a role. */
export const assignDisk = defineCommand({
  name: 'disk.assign',
  title: 'Assign to Another Role',
  ...aboutDisk,
  input: z.strictObject({ disk: objectName, role: objectName }),
  risk: 'disruptive',
  asks: true,
  describe: ({ disk, role }) => `Assign ${disk} to ${role}`,
  availability: (name, view) => disks.offer(name, view, (disk) => cannotAssign(disk, view)),
  check: ({ disk: name, role: owner }, view) =>
    disks.check(name, view, (disk) =>
      roles.check(owner, view, (role) => {
        const same = foldName(disk.ownerGroup ?? '') === foldName(role.name);
        return (
          refusal(
            (same ? objection(`${role.name} already has ${disk.name}.`, 183) : null) ??
              (role.groupType === 'Cluster' ? objection(`${role.name} belongs to the cluster itself.`, 5026) : null) ??
              cannotAssign(disk, view) ??
              roleMoving(role, view),
          ) ??
          accepted(
            `${disk.name} goes from ${disk.ownerGroup ?? 'the cluster'} to ${role.name} and moves with it from now on.`,
            ...(changesNode(disk, role.name, view)
              ? [
                  `It goes offline on ${disk.ownerNode ?? 'its node'} and online on ${role.ownerNode ?? 'another node'}.`,
                ]
              : []),
          )
        );
      }),
    ),
  script: ({ disk: name, role }, view) => {
    const move = call('Move-ClusterResource', { Name: name, Group: role });
    const disk = view?.disk(name);
    // Windows refuses to give an online resource to a role on another node ([MS-CMRP] ApiChangeResourceGroup).
    if (disk?.state !== 'Online' || !changesNode(disk, role, view)) return [move];
    return [call('Stop-ClusterResource', { Name: name }), move, call('Start-ClusterResource', { Name: name, Wait: 0 })];
  },
});
