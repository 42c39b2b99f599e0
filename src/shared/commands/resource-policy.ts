import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { dependencyText } from './dependency-text';
import { anyObjectNames, duration, objectName, text } from './input-fields';
import { offeredUnless, refusal } from './objection';
import { resourceUnreachable } from './objections/resource-objections';
import { roleUnreachable } from './objections/role-objections';
import { call, cmdletCall, setProperty } from './script-step';
import { listOf } from './words';

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
  availability: (role, view) => offeredUnless(roleUnreachable(role, view)),
  check: ({ role }, view) => refusal(roleUnreachable(role, view)) ?? accepted(),
  script: ({ role, name, type, dependsOn }) => [
    call('Add-ClusterResource', { Name: name, Group: role, ResourceType: type }),
    ...(dependsOn === undefined || dependsOn.trim() === ''
      ? []
      : [call('Set-ClusterResourceDependency', { Resource: name, Dependency: dependencyText(dependsOn) })]),
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
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource, dependsOn }) => [
    call('Set-ClusterResourceDependency', { Resource: resource, Dependency: dependencyText(dependsOn) }),
  ],
});

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
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource, nodes }, view) => {
    const everyNode = view?.snapshot.nodes.map((node) => node.name) ?? [];
    return [call('Set-ClusterOwnerNode', { Resource: resource, Owners: nodes.length === 0 ? everyNode : nodes })];
  },
});

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
  availability: (resource, view) => offeredUnless(resourceUnreachable(resource, view)),
  check: ({ resource }, view) => refusal(resourceUnreachable(resource, view)) ?? accepted(),
  script: ({ resource, restart, pendingTimeout, looksAlive, isAlive }) =>
    Object.entries({
      RestartThreshold: restart?.threshold,
      RestartPeriod: restart?.period,
      RestartDelay: restart?.delay,
      RetryPeriodOnFailure: restart?.retryAfter,
      PendingTimeout: pendingTimeout,
      LooksAlivePollInterval: looksAlive,
      IsAlivePollInterval: isAlive,
    }).flatMap(([property, value]) =>
      value === undefined
        ? []
        : [setProperty(cmdletCall('Get-ClusterResource', { Name: [resource] }), property, value)],
    ),
});
