import { clusterError } from '../../model/cluster-error';
import type { ClusterView } from '../../model/cluster-view';
import { objection, type Objection } from '../objection';
import { clusterNotRunning } from './cluster-objections';

/** The role must exist: 5013. */
export function roleMissing(name: string, view: ClusterView): Objection {
  if (view.role(name) !== undefined) return null;
  return clusterError('notFound', `There is no role ${name} in ${view.snapshot.cluster.name}.`, { code: 5013 });
}

/** The cluster runs and has the role. */
export function roleUnreachable(name: string, view: ClusterView): Objection {
  return clusterNotRunning(view) ?? roleMissing(name, view);
}

/** The role must not be on its way to another node: 5908. The reason says how to stop that where it can be stopped. */
export function roleMoving(name: string, view: ClusterView): Objection {
  const operation = view.runningOperation({ kind: 'role', name });
  const migration = operation?.migration;
  const role = view.role(name)?.name ?? name;
  if (operation === undefined) return null;
  if (migration !== null && migration !== undefined) {
    const verb = migration.kind === 'live' ? 'live migrating' : 'quick migrating';
    const advice = operation.cancel === null ? 'wait until that is done' : 'cancel that first';
    return objection(`${role} is ${verb} to ${migration.to}; ${advice}.`, 5908);
  }
  return operation.command === 'role.move'
    ? objection(`${role} is moving to another node; wait until that is done.`, 5908)
    : null;
}
