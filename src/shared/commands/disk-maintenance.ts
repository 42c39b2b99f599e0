import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Disk } from '../model/disk';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { diskUseInWords } from './rules/disk-rules';
import { roleBusy, roleLostStorage, roleUnmonitored } from './rules/role-rules';
import { machinesOnDisk } from './rules/volume-rules';
import { disks } from './rules/subject';
import { call } from './script-step';
import { aboutDisk } from './targets';
import { countOf } from './words';

/**
 * A disk must be clustered and not the witness (5068); maintenance mode begins only while it is online (5004), and what runs from
 * a shared volume must be able to go offline.
 */
function noMaintenance(disk: Disk, view: ClusterView): Objection {
  if (disk.use === 'NotClustered') return objection(`${diskUseInWords(disk)}.`, 5007);
  if (disk.use === 'Witness') return objection(`${diskUseInWords(disk)}.`, 5068);
  if (disk.maintenanceMode) return null;
  if (disk.state !== 'Online') return objection(`${disk.name} is not online.`, 5004);
  return disk.use === 'SharedVolume' ? cannotBeEmptied(disk, view) : null;
}

/** Machines in the middle of something keep a shared volume from maintenance mode; ones that are not clustered are not asked. */
function cannotBeEmptied(disk: Disk, view: ClusterView): Objection {
  for (const machine of machinesOnDisk(disk.name, view)) {
    const role = machine.role === null ? undefined : view.role(machine.role);
    const busy =
      role === undefined ? null : (roleBusy(role, view) ?? roleUnmonitored(role, view) ?? roleLostStorage(role, view));
    if (busy !== null) return busy;
  }
  return null;
}

function offlineFirst(disk: Disk, view: ClusterView): readonly string[] {
  const machines = machinesOnDisk(disk.name, view);
  const clustered = machines.filter((machine) => machine.isClustered).length;
  const others = machines.length - clustered;
  return [
    ...(clustered === 0
      ? []
      : [
          `${countOf(clustered, 'virtual machine')} on it ${clustered === 1 ? 'goes' : 'go'} offline first, and ${clustered === 1 ? 'stays' : 'stay'} so until somebody starts ${clustered === 1 ? 'it' : 'them'}.`,
        ]),
    ...(others === 0
      ? []
      : [
          `${countOf(others, 'virtual machine')} that ${others === 1 ? 'is' : 'are'} not clustered ${others === 1 ? 'loses its' : 'lose their'} storage.`,
        ]),
  ];
}

function effectsOf(disk: Disk, on: boolean, view: ClusterView): readonly string[] {
  if (!on) return [`The cluster checks ${disk.name} again and reacts when it fails.`];
  if (disk.use !== 'SharedVolume')
    return [
      `The cluster no longer checks ${disk.name}: a failure is not noticed while maintenance mode is on.`,
      'Roles that use it stay online.',
    ];
  return [
    `${disk.name} is no longer a shared volume while maintenance mode is on: only its coordinator reaches it.`,
    ...offlineFirst(disk, view),
  ];
}

/** Turns maintenance mode of a disk on or off. */
export const setMaintenance = defineCommand({
  name: 'disk.setMaintenance',
  title: 'Turn On Maintenance Mode',
  ...aboutDisk,
  input: z.strictObject({ disk: objectName, on: z.boolean() }),
  risk: 'disruptive',
  asks: true,
  describe: ({ disk, on }) => `Turn ${on ? 'on' : 'off'} maintenance mode of ${disk}`,
  availability: (name, view) => disks.offer(name, view, (disk) => noMaintenance(disk, view)),
  check: ({ disk: name, on }, view) =>
    disks.check(name, view, (disk) => {
      if (disk.maintenanceMode === on)
        return unchanged(
          on ? `${disk.name} is already in maintenance mode.` : `${disk.name} is not in maintenance mode.`,
        );
      return refusal(noMaintenance(disk, view)) ?? accepted(...effectsOf(disk, on, view));
    }),
  script: ({ disk, on }) => [
    on
      ? call('Suspend-ClusterResource', { Name: disk, Force: true, Confirm: false })
      : call('Resume-ClusterResource', { Name: disk }),
  ],
});
