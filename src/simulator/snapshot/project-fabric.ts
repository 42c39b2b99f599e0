import type { FabricState } from '#shared/faults/fault';
import type { Simulation } from '../engine/simulation';

/** The state of everything that can be broken, as it physically is. */
export function projectFabric(sim: Simulation): FabricState {
  const { nodes, interfaces, networks, disks, servers, witnessWorking } = sim.state;
  const { witness } = sim.db.quorum;
  return {
    nodes: [...nodes.values()].map(({ name, powered }) => ({ name, powered })),
    interfaces: [...interfaces.values()].map(({ node, network, working }) => ({
      node: sim.node(node).name,
      network: sim.network(network).name,
      working,
    })),
    networks: [...networks.values()].map(({ name, working }) => ({ name, working })),
    disks: [...disks.values()].map(({ name, working }) => ({ name, working })),
    storageServers: [...servers.values()].map(({ name, powered }) => ({ name, powered })),
    witnessWorking: witness === null || witness.kind === 'disk' ? null : witnessWorking,
  };
}
