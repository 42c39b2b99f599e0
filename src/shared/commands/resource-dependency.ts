import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { dependencyText } from './dependency-text';
import { objectName, text } from './input-fields';
import { refusal } from './objection';
import { nameTaken } from './rules/cluster-rules';
import { providersOffline, wrongDependencies } from './rules/dependency-rules';
import { roleIsCore } from './rules/role-rules';
import { resources, roles } from './rules/subject';
import { call } from './script-step';
import { aboutResource, aboutRole } from './targets';

/** A dependency expression, `A and (B or C)` or with names in brackets; empty: it depends on nothing. */
const expression = z.string().max(4096);

/** Adds a resource to a role. */
export const addResource = defineCommand({
  name: 'resource.add',
  title: 'Add a Resource',
  ...aboutRole,
  input: z.strictObject({
    role: objectName,
    name: objectName,
    /** Display name of the resource type, for example `Generic Service`. */
    type: text,
    dependsOn: expression.optional(),
  }),
  risk: 'safe',
  asks: true,
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
  ...aboutResource,
  input: z.strictObject({ resource: objectName, dependsOn: expression }),
  risk: 'safe',
  asks: true,
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
