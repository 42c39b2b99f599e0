import { foldName } from '#shared/model/cluster-view';
import type { Simulation } from '../engine/simulation';
import type { ResourceState } from '../state/resource-state';

function addressTaken(sim: Simulation, { id, address }: ResourceState): boolean {
  if (address === null) return false;
  for (const other of sim.db.resources.values()) {
    if (other.id !== id && other.address === address && other.state === 'Online') return true;
  }
  return [...sim.state.interfaces.values()].some((nic) => nic.address === address && sim.node(nic.node).powered);
}

function nameTaken(sim: Simulation, { role: id }: ResourceState): string | null {
  const role = sim.role(id);
  if (role.groupType === 'Cluster') return null;
  const taken = [sim.db.name, ...[...sim.state.nodes.values()].map(({ name }) => name)];
  return taken.find((name) => foldName(name) === foldName(role.name)) ?? null;
}

/**
 * Why an address (1049) or a network name (1050) cannot come online: something else on the network has it already. Null: nothing
 * has. The network name of a role is the name of the role.
 */
export function nameConflict(sim: Simulation, resource: ResourceState, node: string): string | null {
  const subject = { kind: 'resource', name: resource.name } as const;
  if (resource.type === 'IP Address' && resource.address !== null && addressTaken(sim, resource)) {
    sim.log(1049, node, subject, resource.name, resource.address);
    return `The address ${resource.address} is in use elsewhere.`;
  }
  const name = resource.type === 'Network Name' ? nameTaken(sim, resource) : null;
  if (name === null) return null;
  sim.log(1050, node, subject, resource.name);
  return `The name ${name} is in use elsewhere.`;
}
