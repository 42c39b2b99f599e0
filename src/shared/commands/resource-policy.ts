import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand } from './command-definition';
import { anyObjectNames, duration, objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { badInput } from './rules/cluster-rules';
import { nodesUnknown } from './rules/node-rules';
import { anyResources, resources } from './rules/subject';
import { call, cmdletCall, setProperty } from './script-step';
import { aboutResource } from './targets';
import { durationInWords, listOf } from './words';

/** The node that runs a resource cannot be taken from its list: 5023 ([MS-CMRP] ApiRemoveResourceNode). */
function ownerLeftOut(resource: Resource, nodes: readonly string[]): Objection {
  const owner = resource.ownerNode;
  const runs = resource.state === 'Online' || resource.state.endsWith('Pending');
  if (!runs || owner === null || nodes.length === 0) return null;
  if (nodes.some((node) => foldName(node) === foldName(owner))) return null;
  return objection(
    `${resource.name} runs on ${owner}, which is left out.`,
    5023,
    `Move ${resource.ownerGroup} to one of the new owners first.`,
  );
}

function everyNode(view: ClusterView | undefined): readonly string[] {
  return view?.snapshot.nodes.map((node) => node.name) ?? [];
}

/** Sets the nodes that may run a resource. */
export const setPossibleOwners = defineCommand({
  name: 'resource.setPossibleOwners',
  title: 'Set Possible Owners',
  ...aboutResource,
  input: z.strictObject({
    resource: objectName,
    /** Empty: every node. */
    nodes: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  describe: ({ resource, nodes }) =>
    `Set the possible owners of ${resource} to ${nodes.length === 0 ? 'every node' : listOf(nodes)}`,
  availability: (name, view) => resources.offer(name, view, () => null),
  check: ({ resource: name, nodes }, view) =>
    resources.check(
      name,
      view,
      (resource) =>
        refusal(nodesUnknown(nodes, view) ?? ownerLeftOut(resource, nodes)) ??
        accepted(
          nodes.length === 0
            ? `${resource.name} may run on every node.`
            : `${resource.name}, and with it the role ${resource.ownerGroup}, may run on ${listOf(nodes)} only.`,
        ),
    ),
  script: ({ resource, nodes }, view) => [
    call('Set-ClusterOwnerNode', { Resource: resource, Owners: nodes.length === 0 ? everyNode(view) : nodes }),
  ],
});

/** What `resource.setPolicies` changes; what is undefined stays as it is. */
interface Policies {
  readonly restart?:
    | {
        readonly threshold?: number | undefined;
        readonly period?: number | undefined;
        readonly delay?: number | undefined;
        readonly retryAfter?: number | undefined;
      }
    | undefined;
  readonly pendingTimeout?: number | undefined;
  readonly looksAlive?: number | undefined;
  readonly isAlive?: number | undefined;
}

/** The changed properties of `Get-ClusterResource`, milliseconds but for the threshold. */
function changedPolicies({
  restart,
  pendingTimeout,
  looksAlive,
  isAlive,
}: Policies): readonly (readonly [string, number])[] {
  const properties = {
    RestartThreshold: restart?.threshold,
    RestartPeriod: restart?.period,
    RestartDelay: restart?.delay,
    RetryPeriodOnFailure: restart?.retryAfter,
    PendingTimeout: pendingTimeout,
    LooksAlivePollInterval: looksAlive,
    IsAlivePollInterval: isAlive,
  };
  return Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The smallest interval of checks and pending timeout that Windows takes (CLUSTER_RESTYPE_MINIMUM_IS_ALIVE and kin), in milliseconds. */
const shortest = 10;

function tooShort({ pendingTimeout, looksAlive, isAlive }: Policies): Objection {
  const times = { PendingTimeout: pendingTimeout, LooksAlivePollInterval: looksAlive, IsAlivePollInterval: isAlive };
  const short = Object.entries(times).find(([, time]) => time !== undefined && time < shortest);
  return short === undefined ? null : badInput(`${short[0]} must be at least ${shortest} milliseconds.`);
}

/** Sets how a resource is watched and what happens when it fails. */
export const setPolicies = defineCommand({
  name: 'resource.setPolicies',
  title: 'Set Policies',
  ...aboutResource,
  input: z.strictObject({
    resource: objectName,
    /** What is left out stays as it is. */
    restart: z
      .strictObject({
        /** Restarts within the period. */
        threshold: z.int().nonnegative().optional(),
        period: duration.optional(),
        delay: duration.optional(),
        /** How long it stays Failed before the cluster tries again. */
        retryAfter: duration.optional(),
      })
      .optional(),
    pendingTimeout: duration.optional(),
    /** Time between two basic checks. */
    looksAlive: duration.optional(),
    /** Time between two thorough checks. */
    isAlive: duration.optional(),
  }),
  risk: 'safe',
  asks: true,
  describe: ({ resource }) => `Set the policies of ${resource}`,
  availability: (name, view) => anyResources.offer(name, view, () => null),
  check: ({ resource: name, ...policies }, view) =>
    anyResources.check(name, view, (resource) => {
      const changed = changedPolicies(policies);
      return (
        refusal(changed.length === 0 ? badInput('There is nothing to change.') : tooShort(policies)) ??
        accepted(
          ...changed.map(
            ([property, value]) =>
              `${property} of ${resource.name} becomes ${property === 'RestartThreshold' ? value : durationInWords(value)}.`,
          ),
        )
      );
    }),
  script: ({ resource, ...policies }) =>
    changedPolicies(policies).map(([property, value]) =>
      setProperty(cmdletCall('Get-ClusterResource', { Name: [resource] }), property, value),
    ),
});
