import type { ClusterView } from '../../model/cluster-view';
import type { Resource } from '../../model/resource';
import { objection, type Objection } from '../objection';
import { roleMoving, roleUnmonitored } from './role-rules';

/** A resource must not be on its way (5023), nor its role (5908); its node must answer (5050). */
export function resourceBusy(resource: Resource, view: ClusterView): Objection {
  const role = view.role(resource.ownerGroup);
  const pending =
    resource.state === 'Pending' || resource.state.endsWith('Pending') || resource.state === 'Initializing';
  return (
    (role === undefined ? null : (roleMoving(role, view) ?? roleUnmonitored(role, view))) ??
    (pending ? objection(`${resource.name} is coming online or going offline; wait until that is done.`, 5023) : null)
  );
}
