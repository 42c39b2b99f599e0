import { z } from 'zod';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { resources, roles } from './rules/subject';
import { call } from './script-step';
import { aboutResource, aboutRole } from './targets';

const effect = (name: string): string =>
  `A report of what ${name} depends on is made, and can be saved or opened from the task. Nothing in the cluster changes.`;

/** Makes a report of what the resources of a role depend on. */
export const roleDependencyReport = defineCommand({
  name: 'role.dependencyReport',
  title: 'Show Dependency Report',
  ...aboutRole,
  input: z.strictObject({ role: objectName }),
  risk: 'safe',
  onlyReads: true,
  asks: false,
  describe: ({ role }) => `Report the dependencies of ${role}`,
  availability: (name, view) => roles.offer(name, view, () => null),
  check: ({ role }, view) => roles.check(role, view, ({ name }) => accepted(effect(`each resource of ${name}`))),
  script: ({ role }) => [call('Get-ClusterResourceDependencyReport', { Group: role })],
});

/** The same of one resource. */
export const resourceDependencyReport = defineCommand({
  name: 'resource.dependencyReport',
  title: 'Show Dependency Report',
  ...aboutResource,
  input: z.strictObject({ resource: objectName }),
  risk: 'safe',
  onlyReads: true,
  asks: false,
  describe: ({ resource }) => `Report the dependencies of ${resource}`,
  availability: (name, view) => resources.offer(name, view, () => null),
  check: ({ resource }, view) => resources.check(resource, view, ({ name }) => accepted(effect(name))),
  script: ({ resource }) => [call('Get-ClusterResourceDependencyReport', { Resource: resource })],
});
