import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import { serviceGroupTypes } from '../model/role';
import { accepted, defineCommand } from './command-definition';
import { objectName, objectNames, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { roleCreationScript, type RoleCreation } from './role-creation-script';
import { configurableTypes, roleTypes } from './role-types';
import { badInput, nameTaken } from './rules/cluster-rules';
import { notAvailableStorage } from './rules/disk-rules';
import { isRunning, namedTwice, nodeCannotReceive, nodesUnknown } from './rules/node-rules';
import { runningCluster } from './rules/subject';
import { aboutCluster } from './targets';
import { listOf } from './words';

const needs = {
  genericService: ['service', 'the name of a service'],
  genericApplication: ['commandLine', 'a command line'],
  genericScript: ['scriptPath', 'the path of a script'],
} as const;

function incomplete(input: RoleCreation): Objection {
  const { title, needsDisk } = roleTypes[input.type];
  if (needsDisk && (input.disks ?? []).length === 0) return badInput(`${title} needs a disk of its own.`);
  if (input.groupType !== undefined && input.type !== 'other')
    return badInput(`${title} is of the kind that its type says: groupType goes with the type other only.`);
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

/** The node that has it first must be able to get roles; where none is named it is the owner of its disks, which must run (5050). */
function unfitOwner(owner: string | undefined, disks: readonly string[], view: ClusterView): Objection {
  if (owner === undefined) return disks.length === 0 ? null : storageDown(view);
  const node = view.node(owner);
  return node === undefined ? nodesUnknown([owner], view) : nodeCannotReceive(node);
}

/** Available Storage stays with a node that is down while no other can take it over. */
function storageDown(view: ClusterView): Objection {
  const storage = view.snapshot.roles.find(({ groupType }) => groupType === 'AvailableStorage');
  const node = view.node(storage?.ownerNode ?? '');
  if (node === undefined || isRunning(node)) return null;
  return objection(
    `The owner of Available Storage, ${node.name}, is down.`,
    5050,
    'Start it, or resume a node that is paused.',
  );
}

function unfitDisks(disks: readonly string[], view: ClusterView): Objection {
  const unfit = disks.map((name) => notAvailableStorage(name, view)).find((reason) => reason !== null);
  return unfit ?? namedTwice(disks);
}

/** Makes a service or application highly available. */
export const createRole = defineCommand({
  name: 'role.create',
  title: 'Configure a Service or Application',
  ...aboutCluster,
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
    /** other: what kind the empty role is said to be of; left out: none. */
    groupType: z.enum(serviceGroupTypes).optional(),
  }),
  risk: 'safe',
  asks: true,
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
            unfitOwner(owner, disks, view),
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
