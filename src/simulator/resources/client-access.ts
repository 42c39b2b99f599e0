import { foldName } from '#shared/model/cluster-view';
import type { Simulation } from '../engine/simulation';
import { subnetNumber } from '../engine/subnet-number';
import { attached } from '../fabric/reachability';
import type { ResourceState } from '../state/resource-state';

/**
 * Why an address or network name cannot come online on a node: it is in use elsewhere (1049, 1050). Null: it can. An address that fits
 * no interface of the node is only told (1045).
 */
export function accessProblem(sim: Simulation, resource: ResourceState, node: string): string | null {
  const subject = { kind: 'resource', name: resource.name } as const;
  if (resource.type === 'IP Address' && resource.address !== null) {
    if (addressTaken(sim, resource, resource.address)) {
      sim.log(1049, node, subject, resource.name, resource.address);
      return `The address ${resource.address} is in use elsewhere.`;
    }
    if (!fitsInterface(sim, resource.address, node)) sim.log(1045, node, subject, resource.name, sim.node(node).name);
  }
  const name = networkNameOf(sim, resource);
  if (name === null || !nameTaken(sim, resource, name)) return null;
  sim.log(1050, node, subject, resource.name, name);
  return `The network name ${name} is in use elsewhere.`;
}

/** Whether a server, a storage server or another resource that is online has an address. */
function addressTaken(sim: Simulation, resource: ResourceState, address: string): boolean {
  const { networks, interfaces, servers } = sim.state;
  for (const nic of interfaces.values()) {
    const network = networks.get(nic.network);
    if (nic.address === address && network !== undefined && attached(sim, network, nic.node)) return true;
  }
  for (const server of servers.values())
    if (server.powered && server.interfaces.some((nic) => nic.address === address)) return true;
  return othersOnline(sim, resource).some((other) => other.address === address);
}

function othersOnline(sim: Simulation, resource: ResourceState): readonly ResourceState[] {
  return [...sim.db.resources.values()].filter(({ id, state }) => id !== resource.id && state === 'Online');
}

/** Whether a node has an interface in the subnet of an address. */
function fitsInterface(sim: Simulation, address: string, node: string): boolean {
  for (const { id, subnet } of sim.state.networks.values()) {
    const nic = sim.index.interfaceOf(node, id);
    if (nic !== undefined && subnetNumber(subnet, nic.address) === subnetNumber(subnet, address)) return true;
  }
  return false;
}

/** The name that a network name stands for: that of the cluster or of its role. Null: it is none, or one of its own. */
function networkNameOf(sim: Simulation, { type, role, name }: ResourceState): string | null {
  if (type !== 'Network Name') return null;
  const { groupType, name: roleName } = sim.role(role);
  if (groupType === 'Cluster') return sim.db.name;
  return name === `${roleName} Network Name` ? roleName : null;
}

/** Whether a server or another network name that is online has a name. */
function nameTaken(sim: Simulation, resource: ResourceState, name: string): boolean {
  const folded = foldName(name);
  const hosts = [...sim.state.nodes.values(), ...sim.state.servers.values()];
  if (hosts.some((host) => host.powered && foldName(host.name) === folded)) return true;
  return othersOnline(sim, resource).some((other) => foldName(networkNameOf(sim, other) ?? '') === folded);
}
