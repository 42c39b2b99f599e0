import { diskReachable, sessionWorks } from '../storage/disk-paths';
import type { DiskState } from '../state/storage-state';
import { disksOf, inUse, notApplicable, unless } from './validation-subject';
import type { Finding, ValidationSubject, ValidationTestDefinition } from './validation-subject';

/** Disks that are tested: those in use are left alone, nothing goes offline. */
function tested(subject: ValidationSubject): readonly DiskState[] {
  return disksOf(subject).filter((disk) => !inUse(subject.sim, disk));
}

function forDisks(subject: ValidationSubject, disks: readonly DiskState[], test: () => Finding): Finding {
  if (disksOf(subject).length === 0) return notApplicable('There are no shared disks.');
  return disks.length === 0 ? notApplicable('Every disk is in use: none was tested.') : test();
}

/** Sessions of a server that carry I/O to a device. */
function workingPaths({ sim }: ValidationSubject, node: string, device: string): number {
  const servers = sim.state.devices.get(device)?.mirrors.map(({ server }) => server) ?? [];
  return [...sim.state.sessions.values()].filter(
    (session) => session.node === node && servers.includes(session.server) && sessionWorks(sim, session),
  ).length;
}

/** Tests of disks. */
export const storageTests: readonly ValidationTestDefinition[] = [
  {
    category: 'Storage',
    name: 'List Potential Cluster Disks',
    run: (subject) => {
      const disks = disksOf(subject);
      return forDisks(subject, disks, () => {
        const unseen = disks.flatMap((disk) =>
          subject.nodes
            .filter(({ id }) => !diskReachable(subject.sim, disk, id))
            .map(({ name }) => `${name}: disk ${disk.name} is not seen.`),
        );
        return unless('Failed', unseen, 'All servers see all disks.');
      });
    },
  },
  {
    category: 'Storage',
    name: 'Validate SCSI-3 Persistent Reservation',
    run: (subject) => {
      const disks = tested(subject);
      return forDisks(subject, disks, () => {
        const without = disks.filter(({ persistentReservations }) => !persistentReservations);
        return unless(
          'Failed',
          without.map(({ name }) => `Disk ${name} has no persistent reservations.`),
          'Every tested disk has them.',
        );
      });
    },
  },
  {
    category: 'Storage',
    name: 'Validate Disk Failover',
    run: (subject) => {
      const disks = tested(subject);
      return forDisks(subject, disks, () => {
        const problems = disks.flatMap((disk) => {
          const [first, second] = subject.nodes.filter(({ id }) => diskReachable(subject.sim, disk, id));
          if (first !== undefined && second !== undefined && disk.persistentReservations) return [];
          const only = first === undefined ? 'no server can take it' : `only ${first.name} can take it`;
          return subject.nodes.length < 2
            ? []
            : [`Disk ${disk.name}: ${disk.persistentReservations ? only : 'it cannot be reserved'}.`];
        });
        return unless('Failed', problems, 'Every tested disk can be taken over.');
      });
    },
  },
  {
    category: 'Storage',
    name: 'Validate Microsoft MPIO-Based Disks',
    run: (subject) => {
      const { sim, nodes } = subject;
      const devices = [...new Set(disksOf(subject).flatMap(({ device }) => device ?? []))];
      if (devices.length === 0) return notApplicable('No disk is reached over iSCSI.');
      const problems = nodes.flatMap((node) =>
        devices.flatMap((id) => {
          const [paths, device] = [workingPaths(subject, node.id, id), sim.state.devices.get(id)?.name ?? id];
          if (paths > 1 && sim.state.mpio === 'none')
            return [`${node.name}: ${paths} paths to ${device}, but MPIO is off.`];
          return paths === 1 ? [`${node.name}: one path only to ${device}.`] : [];
        }),
      );
      return unless('Warning', problems, `MPIO (${sim.state.mpio}) has several paths to every device.`);
    },
  },
];
