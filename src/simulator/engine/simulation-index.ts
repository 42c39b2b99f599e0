import { foldName } from '#shared/model/cluster-view';
import type { MachineState } from '../state/machine-state';
import type { FlowState } from '../state/migration-state';
import type { InterfaceState } from '../state/network-state';
import type { SimulationState } from '../state/simulation-state';
import { subnetNumber } from './subnet-number';

/** What is looked up often but follows from the state: built when a simulation begins, kept up by whoever changes what it follows. */
export class SimulationIndex {
  /** Flows by the links that they go through. */
  readonly flowsByLink = new Map<string, Set<string>>();
  /** Machines by the node whose memory they hold or on whose disk they are registered. */
  readonly machinesByHost = new Map<string, Set<string>>();
  /** By network, then by node. */
  private readonly interfaces = new Map<string, Map<string, InterfaceState>>();
  /** The number of the subnet that an interface lies in, by its id. */
  private readonly subnets = new Map<string, number>();
  private readonly machineNames = new Map<string, string>();

  constructor(private readonly state: SimulationState) {
    for (const nic of state.interfaces.values()) this.addInterface(nic);
    for (const flow of state.flows.values()) this.addFlow(flow);
    for (const machine of state.machines.values()) this.addMachine(machine);
  }

  addInterface(nic: InterfaceState): void {
    const there = this.interfaces.get(nic.network) ?? new Map<string, InterfaceState>();
    this.interfaces.set(nic.network, there.set(nic.node, nic));
    const cidr = this.state.networks.get(nic.network)?.subnet ?? '';
    this.subnets.set(nic.id, subnetNumber(cidr, nic.address));
  }

  /** The interface of a node on a network; undefined when it has none. */
  interfaceOf(node: string, network: string): InterfaceState | undefined {
    return this.interfaces.get(network)?.get(node);
  }

  /** Whether two interfaces on one network have addresses in the same subnet. */
  inSameSubnet(a: InterfaceState, b: InterfaceState): boolean {
    return this.subnets.get(a.id) === this.subnets.get(b.id);
  }

  addFlow(flow: FlowState): void {
    for (const link of flow.links) addTo(this.flowsByLink, link, flow.id);
  }

  removeFlow(flow: FlowState): void {
    for (const link of flow.links) this.flowsByLink.get(link)?.delete(flow.id);
  }

  addMachine(machine: MachineState): void {
    this.machineNames.set(foldName(machine.name), machine.id);
    addTo(this.machinesByHost, machine.host, machine.id);
  }

  removeMachine(machine: MachineState): void {
    this.machineNames.delete(foldName(machine.name));
    this.machinesByHost.get(machine.host)?.delete(machine.id);
  }

  /** Makes a node the host of a machine. */
  setHost(machine: MachineState, host: string): void {
    this.machinesByHost.get(machine.host)?.delete(machine.id);
    machine.host = host;
    addTo(this.machinesByHost, host, machine.id);
  }

  /** Machines on a node, in a fixed order. */
  machinesOn(host: string): readonly MachineState[] {
    return [...(this.machinesByHost.get(host) ?? [])].flatMap((id) => this.state.machines.get(id) ?? []).sort(byNumber);
  }

  machineNamed(name: string): MachineState | undefined {
    const id = this.machineNames.get(foldName(name));
    return id === undefined ? undefined : this.state.machines.get(id);
  }
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([id]));
  else set.add(id);
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

function byNumber(a: { readonly id: string }, b: { readonly id: string }): number {
  return numberOf(a.id) - numberOf(b.id);
}
