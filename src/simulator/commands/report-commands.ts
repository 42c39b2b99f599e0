import { keepFiles } from '../engine/operation-files';
import { refuse, windowsErrors } from '../engine/refusal';
import { aliveMembers } from '../membership/alive';
import { clusterLog } from '../reports/cluster-log';
import { dependencyReport } from '../reports/dependency-report';
import { presentView } from '../snapshot/present-view';
import type { CommandHandlers } from './command-handler';
import { findMember, findResource, findRole, requireRunning } from './find';

/** Commands that report what there is, and change nothing. */
export const reportCommands: CommandHandlers<
  'cluster.collectLog' | 'role.dependencyReport' | 'resource.dependencyReport'
> = {
  'cluster.collectLog': (sim, { nodes, timeSpan, localTime = false }, operation) => {
    requireRunning(sim);
    const alive = new Set(aliveMembers(sim));
    const chosen = nodes?.map((name) => findMember(sim, name)) ?? sim.db.members.map((id) => sim.node(id));
    const silent = nodes === undefined ? undefined : chosen.find(({ id }) => !alive.has(id));
    if (silent !== undefined) refuse(`${silent.name} does not answer.`, windowsErrors.nodeDown);
    const { snapshot } = presentView(sim);
    const since = timeSpan === undefined ? 0 : sim.now - timeSpan;
    const answering = chosen.filter(({ id }) => alive.has(id));
    const files = answering.map(({ name }) => ({
      stem: `${name}_cluster`,
      extension: 'log' as const,
      text: clusterLog({ snapshot, events: sim.state.events, node: name, since, localTime }),
    }));
    keepFiles(sim, operation, files);
    return `${files.length === 1 ? '1 log' : `${files.length} logs`} collected`;
  },
  'role.dependencyReport': (sim, { role: name }, operation) => {
    const role = findRole(sim, name);
    const view = presentView(sim);
    const text = dependencyReport(role.name, view.resourcesOf(role.name), view);
    keepFiles(sim, operation, [{ stem: `Dependencies of ${role.name}`, extension: 'html', text }]);
    return 'Report made';
  },
  'resource.dependencyReport': (sim, { resource: name }, operation) => {
    const { name: found } = findResource(sim, name);
    const view = presentView(sim);
    const resource = view.resource(found);
    const text = dependencyReport(found, resource === undefined ? [] : [resource], view);
    keepFiles(sim, operation, [{ stem: `Dependencies of ${found}`, extension: 'html', text }]);
    return 'Report made';
  },
};
