import { z } from 'zod';
import { foldName, type ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand } from './command-definition';
import { dependencyText } from './dependency-text';
import { anyObjectNames, duration, objectName, text } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { badInput, nameTaken } from './rules/cluster-rules';
import { providersOffline, wrongDependencies } from './rules/dependency-rules';
import { nodesUnknown } from './rules/node-rules';
import { roleIsCore } from './rules/role-rules';
import { resources, roles } from './rules/subject';
import { call, cmdletCall, setProperty } from './script-step';
import { durationInWords, listOf } from './words';

/** A dependency expression, `A and (B or C)` or with names in brackets; empty: it depends on nothing. */
const expression = z.string().max(4096);

/** Adds a resource to a role. */
export const addResource = defineCommand({
  name: 'resource.add',
  title: 'Add a Resource',
  target: 'role',
  input: z.strictObject({
    role: objectName,
    name: objectName,
    /** Display name of the resource type, for example `Generic Service`. */
    type: text,
    dependsOn: expression.optional(),
  }),
  risk: 'safe',
  asks: true,
  inputFor: (role) => ({ role }),
  targetOf: ({ role }) => ({ kind: 'role', name: role }),
  describe: ({ role, name }) => `Add ${name} to ${role}`,
  availability: (name, view) => roles.offer(name, view, roleIsCore),
  check: ({ role: owner, name, type, dependsOn = '' }, view) =>
    roles.check(owner, view, (role) => {
      const taken = view.resource(name);
      return (
        refusal(
          roleIsCore(role) ??
            (taken === undefined ? null : nameTaken('a resource', taken.name)) ??
            wrongDependencies(dependsOn, name, role.name, view),
        ) ??
        accepted(
          `${role.name} gets ${name}, a ${type}. It is offline until it is brought online.`,
          dependsOn.trim() === '' ? 'It depends on nothing.' : `It depends on ${dependsOn}.`,
        )
      );
    }),
  script: ({ role, name, type, dependsOn = '' }) => [
    call('Add-ClusterResource', { Name: name, Group: role, ResourceType: type }),
    ...(dependsOn.trim() === ''
      ? []
      : [
          call('Set-ClusterResourceDependency', { Resource: name, Dependency: dependencyText(dependsOn) ?? dependsOn }),
        ]),
  ],
});

/** Sets what a resource depends on. */
export const setDependency = defineCommand({
  name: 'resource.setDependency',
  title: 'Set Dependencies',
  target: 'resource',
  input: z.strictObject({ resource: objectName, dependsOn: expression }),
  risk: 'safe',
  asks: true,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource, dependsOn }) =>
    dependsOn.trim() === '' ? `Make ${resource} depend on nothing` : `Make ${resource} depend on ${dependsOn}`,
  availability: (name, view) => resources.offer(name, view, () => null),
  check: ({ resource: name, dependsOn }, view) =>
    resources.check(
      name,
      view,
      (resource) =>
        refusal(
          wrongDependencies(dependsOn, resource.name, resource.ownerGroup, view) ??
            providersOffline(dependsOn, resource, view),
        ) ??
        accepted(
          dependsOn.trim() === ''
            ? `${resource.name} no longer depends on anything.`
            : `${resource.name} comes online only with ${dependsOn}, and goes offline with it.`,
        ),
    ),
  script: ({ resource, dependsOn }) => [
    call('Set-ClusterResourceDependency', { Resource: resource, Dependency: dependencyText(dependsOn) ?? dependsOn }),
  ],
});

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
  target: 'resource',
  input: z.strictObject({
    resource: objectName,
    /** Empty: every node. */
    nodes: anyObjectNames,
  }),
  risk: 'safe',
  asks: true,
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
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

/** Sets how a resource is watched and what happens when it fails. */
export const setPolicies = defineCommand({
  name: 'resource.setPolicies',
  title: 'Set Policies',
  target: 'resource',
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
  inputFor: (resource) => ({ resource }),
  targetOf: ({ resource }) => ({ kind: 'resource', name: resource }),
  describe: ({ resource }) => `Set the policies of ${resource}`,
  availability: (name, view) => resources.offer(name, view, () => null),
  check: ({ resource: name, ...policies }, view) =>
    resources.check(name, view, (resource) => {
      const changed = changedPolicies(policies);
      return (
        refusal(changed.length === 0 ? badInput('There is nothing to change.') : null) ??
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
