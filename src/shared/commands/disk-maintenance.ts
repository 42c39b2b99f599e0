import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Disk } from '../model/disk';
import { accepted, defineCommand, unchanged } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { diskUseInWords } from './rules/disk-rules';
import { machinesOnDisk } from './rules/volume-rules';
import { disks } from './rules/subject';
import { call } from './script-step';
import { aboutDisk } from './targets';
import { countOf } from './words';

/** A disk must be clustered and online (5004), and not the witness (5068). */
function noMaintenance(disk: Disk): Objection {
  if (disk.use === 'NotClustered') return objection(`${diskUseInWords(disk)}.`, 5007);
  if (disk.use === 'Witness') return objection(`${diskUseInWords(disk)}.`, 5068);
  return disk.state === 'Online' ? null : objection(`${disk.name} is not online.`, 5004);
}

function effectsOf(disk: Disk, on: boolean, view: ClusterView): readonly string[] {
  if (!on) return [`The cluster checks ${disk.name} again and reacts when it fails.`];
  const machines = machinesOnDisk(disk.name, view);
  if (disk.use !== 'SharedVolume')
    return [
      `The cluster no longer checks ${disk.name}: a failure is not noticed while maintenance mode is on.`,
      'Roles that use it stay online.',
    ];
  return [
    `${disk.name} is no longer a shared volume while maintenance mode is on: only its coordinator reaches it.`,
    ...(machines.length === 0
      ? []
      : [
          `${countOf(machines.length, 'virtual machine')} on it ${machines.length === 1 ? 'goes' : 'go'} offline first.`,
        ]),
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
  availability: (name, view) => disks.offer(name, view, noMaintenance),
  check: ({ disk: name, on }, view) =>
    disks.check(name, view, (disk) => {
      if (disk.maintenanceMode === on)
        return unchanged(
          on ? `${disk.name} is already in maintenance mode.` : `${disk.name} is not in maintenance mode.`,
        );
      return refusal(noMaintenance(disk)) ?? accepted(...effectsOf(disk, on, view));
    }),
  script: ({ disk, on }) => [
    on
      ? call('Suspend-ClusterResource', { Name: disk, Force: true, Confirm: false })
      : call('Resume-ClusterResource', { Name: disk }),
  ],
});
