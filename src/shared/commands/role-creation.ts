import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import { isAtLeast } from '../model/release';
import type { VirtualMachine } from '../model/virtual-machine';
import { accepted, defineCommand } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { roleCreationScript, type RoleCreation } from './role-creation-script';
import { configurableTypes, roleTypes } from './role-types';
import { badInput, clusterNotRunning, nameTaken } from './rules/cluster-rules';
import { notAvailableStorage } from './rules/disk-rules';
import { namedTwice, nodeCannotReceive, nodeNotRunning, nodesUnknown } from './rules/node-rules';
import { runningCluster, virtualMachines } from './rules/subject';
import { call } from './script-step';
import { listOf } from './words';

const needs = {
  genericService: ['service', 'the name of a service'],
  genericApplication: ['commandLine', 'a command line'],
  genericScript: ['scriptPath', 'the path of a script'],
} as const;

function incomplete(input: RoleCreation): Objection {
  const { title, needsDisk } = roleTypes[input.type];
  if (needsDisk && (input.disks ?? []).length === 0) return badInput(`${title} needs a disk of its own.`);
  if (input.type !== 'genericService' && input.type !== 'genericApplication' && input.type !== 'genericScript')
    return null;
  const [field, what] = needs[input.type];
  return input[field] === undefined ? badInput(`${title} needs ${what}.`) : null;
}

function addressTaken(address: string | undefined, view: ClusterView): Objection {
  if (address === undefined) return null;
  const { cluster, resources, networkInterfaces } = view.snapshot;
  const owner =
    cluster.address === address
      ? cluster.name
      : (resources.find((resource) => resource.name === `IP Address ${address}`)?.ownerGroup ??
        networkInterfaces.find((one) => one.address === address)?.node);
  return owner === undefined ? null : objection(`${address} is already used by ${owner}.`, 5057);
}

function unfitOwner(owner: string | undefined, view: ClusterView): Objection {
  if (owner === undefined) return null;
  const node = view.node(owner);
  return node === undefined ? nodesUnknown([owner], view) : nodeCannotReceive(node);
}

function unfitDisks(disks: readonly string[], view: ClusterView): Objection {
  const unfit = disks.map((name) => notAvailableStorage(name, view)).find((reason) => reason !== null);
  return unfit ?? namedTwice(disks);
}

/** Makes a service or application highly available. */
export const createRole = defineCommand({
  name: 'role.create',
  title: 'Configure a Service or Application',
  target: 'cluster',
  input: z.strictObject({
    type: z.enum(configurableTypes),
    name: objectName,
    /** Disks of Available Storage that it gets. */
    disks: objectNames.optional(),
    /** Address of its client access point; left out: by DHCP, or none for types that need none. */
    address: text.optional(),
    /** genericService: the service's name. */
    service: text.optional(),
    /** genericApplication: the command line. */
    commandLine: text.optional(),
    /** genericScript: the path of the script. */
    scriptPath: text.optional(),
    /** The node that has it first; left out: the best possible node. */
    owner: objectName.optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: () => ({}),
  targetOf: () => null,
  describe: ({ name }) => `Create the role ${name}`,
  availability: (name, view) => runningCluster.offer(name, view, () => null),
  check: (input, view) =>
    runningCluster.check('', view, () => {
      const { name, disks = [], address, owner } = input;
      const taken = view.role(name);
      return (
        refusal(
          (taken === undefined ? null : nameTaken('a role', taken.name)) ??
            incomplete(input) ??
            unfitDisks(disks, view) ??
            addressTaken(address, view) ??
            unfitOwner(owner, view),
        ) ??
        accepted(
          `${name} is created${owner === undefined ? '' : ` on ${owner}`} and brought online.`,
          ...(input.type === 'other' ? ['It is empty: give it resources with Add a Resource.'] : []),
          ...(disks.length === 0 ? [] : [`It gets ${listOf(disks)} from Available Storage; what is there stays.`]),
          ...(address === undefined ? [] : [`Clients reach it as ${name} at ${address}.`]),
        )
      );
    }),
  script: roleCreationScript,
});

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
    if (disk.use === 'Witness') return objection(`Its files are on ${disk.name}, which is the witness.`);
  }
  return null;
}

/** Makes a virtual machine highly available. */
export const createVirtualMachineRole = defineCommand({
  name: 'role.createVirtualMachine',
  title: 'Configure a Service or Application',
  target: 'virtualMachine',
  input: z.strictObject({ vm: objectName }),
  risk: 'safe',
  asks: false,
  inputFor: (vm) => ({ vm }),
  targetOf: ({ vm }) => ({ kind: 'virtualMachine', name: vm }),
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
