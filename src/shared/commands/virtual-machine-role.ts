import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import { isAtLeast } from '../model/release';
import type { VirtualMachine } from '../model/virtual-machine';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { clusterNotRunning, nameTaken } from './rules/cluster-rules';
import { nodeNotRunning } from './rules/node-rules';
import { virtualMachines } from './rules/subject';
import { call } from './script-step';
import { aboutMachine } from './targets';
import { listOf } from './words';

function unfitFiles(machine: VirtualMachine, view: ClusterView): Objection {
  for (const name of machine.disks) {
    const disk = view.disk(name);
    if (disk === undefined || disk.use === 'SharedVolume' || disk.use === 'AvailableStorage') continue;
    if (disk.use === 'NotClustered')
      return objection(
        `Its files are on ${disk.name}, which is not in the cluster.`,
        undefined,
        `Add ${disk.name} to the cluster with Add a Disk, or move the files.`,
      );
    if (disk.use === 'Witness')
      return objection(
        `Its files are on ${disk.name}, which is the witness.`,
        undefined,
        'Move its files to another disk.',
      );
  }
  return null;
}

function cannotCluster(machine: VirtualMachine, view: ClusterView): Objection {
  const { cluster } = view.snapshot;
  if (machine.isClustered) return objection(`${machine.name} is already highly available.`, 5010);
  const stopped = clusterNotRunning(view);
  if (stopped !== null) return stopped;
  const taken = view.role(machine.name);
  if (taken !== undefined) return nameTaken('a role', taken.name);
  const host = machine.computerName === null ? undefined : view.node(machine.computerName);
  if (host !== undefined && nodeNotRunning(host) !== null) return nodeNotRunning(host);
  if (!isAtLeast(cluster.release, '2012') && machine.state !== 'Off' && machine.state !== 'Saved')
    return objection(`${machine.name} is running; save it or shut it down first.`);
  return unfitFiles(machine, view);
}

/** Makes a virtual machine highly available. */
export const createVirtualMachineRole = defineCommand({
  name: 'role.createVirtualMachine',
  title: 'Configure a Service or Application',
  ...aboutMachine,
  input: z.strictObject({ vm: objectName }),
  risk: 'safe',
  asks: false,
  describe: ({ vm }) => `Make ${vm} highly available`,
  availability: (name, view) => virtualMachines.offer(name, view, (machine) => cannotCluster(machine, view)),
  check: ({ vm }, view) =>
    virtualMachines.check(vm, view, (machine) => {
      const taken = machine.disks.filter((name) => view.disk(name)?.use === 'AvailableStorage');
      const known = machine.disks.some((name) => view.disk(name) !== undefined);
      return (
        refusal(cannotCluster(machine, view)) ??
        accepted(
          `${machine.name} becomes a role${machine.computerName === null ? '' : ` on ${machine.computerName}`}.`,
          machine.state === 'Off' || machine.state === 'Saved'
            ? 'It is offline and needs to be started with Bring Online.'
            : 'It keeps running.',
          ...(taken.length === 0
            ? []
            : [`${listOf(taken)} ${taken.length === 1 ? 'goes' : 'go'} from Available Storage to it.`]),
          ...(known ? [] : ['Its files are on no disk of the cluster: it can run on this node only.']),
        )
      );
    }),
  script: ({ vm }) => [call('Add-ClusterVirtualMachineRole', { VMName: vm })],
});
