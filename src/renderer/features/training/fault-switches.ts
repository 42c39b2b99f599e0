import type { FabricState, Fault } from '#shared/faults/fault';

/** One thing that can be broken: its switch is on while it works. */
export interface FaultSwitch {
  /** The accessible name of the switch. */
  readonly name: string;
  readonly on: boolean;
  readonly turnOn: Fault;
  readonly turnOff: Fault;
}

/** A node's row: its power, then its interface on each network (undefined: it has none there). */
export interface NodeSwitches {
  readonly node: string;
  readonly power: FaultSwitch;
  readonly interfaces: readonly (FaultSwitch | undefined)[];
}

/** Everything that can be broken, as the panel shows it. */
export interface FaultSwitches {
  /** Column heads of the node rows, and the last row: each network as a whole. */
  readonly networks: readonly { readonly name: string; readonly whole: FaultSwitch }[];
  readonly nodes: readonly NodeSwitches[];
  readonly disks: readonly FaultSwitch[];
  readonly storageServers: readonly FaultSwitch[];
  /** Undefined where the witness is a disk or where there is none. */
  readonly witness: FaultSwitch | undefined;
}

function powerOf(node: string, on: boolean): FaultSwitch {
  return {
    name: `Power of ${node}`,
    on,
    turnOn: { fault: 'node.powerOn', node },
    turnOff: { fault: 'node.crash', node },
  };
}

function interfaceOf(node: string, network: string, on: boolean): FaultSwitch {
  return {
    name: `${network} on ${node}`,
    on,
    turnOn: { fault: 'nic.repair', node, network },
    turnOff: { fault: 'nic.fail', node, network },
  };
}

function wholeNetwork(network: string, on: boolean): FaultSwitch {
  return {
    name: `Network ${network}`,
    on,
    turnOn: { fault: 'network.repair', network },
    turnOff: { fault: 'network.fail', network },
  };
}

function diskSwitch(disk: string, on: boolean): FaultSwitch {
  return { name: `Disk ${disk}`, on, turnOn: { fault: 'disk.repair', disk }, turnOff: { fault: 'disk.fail', disk } };
}

function storageServerSwitch(server: string, on: boolean): FaultSwitch {
  return {
    name: `Power of ${server}`,
    on,
    turnOn: { fault: 'storageServer.powerOn', server },
    turnOff: { fault: 'storageServer.crash', server },
  };
}

function witnessSwitch(on: boolean): FaultSwitch {
  return { name: 'Witness', on, turnOn: { fault: 'witness.repair' }, turnOff: { fault: 'witness.fail' } };
}

/** The switches for a fabric. */
export function faultSwitches(fabric: FabricState): FaultSwitches {
  const interfaces = new Map(fabric.interfaces.map((entry) => [`${entry.node}\n${entry.network}`, entry.working]));
  const networks = fabric.networks.map(({ name, working }) => ({ name, whole: wholeNetwork(name, working) }));
  return {
    networks,
    nodes: fabric.nodes.map(({ name, powered }) => ({
      node: name,
      power: powerOf(name, powered),
      interfaces: networks.map((network) => {
        const working = interfaces.get(`${name}\n${network.name}`);
        return working === undefined ? undefined : interfaceOf(name, network.name, working);
      }),
    })),
    disks: fabric.disks.map(({ name, working }) => diskSwitch(name, working)),
    storageServers: fabric.storageServers.map(({ name, powered }) => storageServerSwitch(name, powered)),
    witness: fabric.witnessWorking === null ? undefined : witnessSwitch(fabric.witnessWorking),
  };
}

/** How many of them are off now. */
export function brokenCount(switches: FaultSwitches): number {
  const all = [
    ...switches.networks.map((network) => network.whole),
    ...switches.nodes.flatMap((row) => [row.power, ...row.interfaces]),
    ...switches.disks,
    ...switches.storageServers,
    switches.witness,
  ];
  return all.filter((entry) => entry?.on === false).length;
}
