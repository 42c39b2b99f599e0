import { z } from 'zod';
import type { ClusterView } from '../model/cluster-view';
import type { Resource } from '../model/resource';
import { accepted, defineCommand } from './command-definition';
import { objectName } from './input-fields';
import { objection, refusal, type Objection } from './objection';
import { roleUnmonitored } from './rules/role-rules';
import { anyResources } from './rules/subject';
import { call } from './script-step';
import { aboutResource } from './targets';
import { countOf, durationInWords } from './words';

/** Only what is online, or on its way, can fail: 5023 ([MS-CMRP] ApiFailResource); its node must answer (5050). */
function cannotFail(resource: Resource, view: ClusterView): Objection {
  const role = view.role(resource.ownerGroup);
  if (resource.state === 'Online' || resource.state.endsWith('Pending'))
    return role === undefined ? null : roleUnmonitored(role, view);
  return objection(`${resource.name} is not online.`, 5023);
}

function failureEffects(resource: Resource): readonly string[] {
  const { restartThreshold, restartPeriod, restartDelay } = resource;
  if (restartThreshold === 0)
    return [`${resource.name} fails. It is not restarted: the role ${resource.ownerGroup} fails over to another node.`];
  return [
    `${resource.name} fails and is restarted on ${resource.ownerNode ?? 'its node'} after ${durationInWords(restartDelay)}.`,
    `After ${countOf(restartThreshold, 'restart')} within ${durationInWords(restartPeriod)} the next failure makes the role ${resource.ownerGroup} fail over to another node.`,
  ];
}

/** Makes a resource fail, to see what the cluster does. */
export const simulateFailure = defineCommand({
  name: 'resource.simulateFailure',
  title: 'Simulate Failure',
  ...aboutResource,
  input: z.strictObject({ resource: objectName }),
  risk: 'disruptive',
  asks: false,
  describe: ({ resource }) => `Simulate a failure of ${resource}`,
  availability: (name, view) => anyResources.offer(name, view, (resource) => cannotFail(resource, view)),
  check: ({ resource: name }, view) =>
    anyResources.check(
      name,
      view,
      (resource) => refusal(cannotFail(resource, view)) ?? accepted(...failureEffects(resource)),
    ),
  script: ({ resource }) => [call('Test-ClusterResourceFailure', { Name: resource })],
});
