import type { Simulation } from '../engine/simulation';
import { metricOf } from '../fabric/metric';
import type { Scenario } from '../scenario/scenario';
import type { InterfaceState } from '../state/network-state';
import type { Names } from './names';

function buildNetworks(sim: Simulation, scenario: Scenario, names: Names): void {
  scenario.networks.forEach((network, place) => {
    const id = sim.nextId('network');
    names.add('network', network.name, id);
    const { name, subnet, role, liveMigration, bandwidth, latency } = network;
    sim.state.networks.set(id, {
      ...{ id, name, subnet, role, liveMigration, bandwidth, latency },
      metric: metricOf(role, place),
      loss: 0,
      working: true,
      groups: null,
      known: 'Up',
    });
  });
}

function buildNodes(sim: Simulation, scenario: Scenario, names: Names): void {
  scenario.nodes.forEach((node, place) => {
    const id = sim.nextId('node');
    names.add('node', node.name, id);
    sim.state.nodes.set(id, {
      id,
      name: node.name,
      number: place + 1,
      memory: node.memory,
      hostReserve: node.hostReserve,
      processor: node.cpu,
      site: node.site,
      osBuild: node.osBuild,
      powered: node.state === 'up',
      service: 'stopped',
      database: null,
      copy: sim.db.id,
      configurationVersion: 1,
      preventQuorum: false,
      forceQuorum: false,
      booting: false,
      starting: null,
      waitingSince: 0,
      toldSince: [],
      committed: 0,
      crowd: 0,
    });
    for (const { network, address } of node.interfaces) {
      const interfaceId = sim.nextId('interface');
      const networkId = names.get('network', network);
      const nic: InterfaceState = {
        ...{ id: interfaceId, node: id, network: networkId, address },
        working: true,
        known: 'Up',
      };
      sim.state.interfaces.set(interfaceId, nic);
      sim.index.addInterface(nic);
    }
  });
}

function buildStorage(sim: Simulation, scenario: Scenario, names: Names): void {
  const { storage } = scenario;
  for (const server of storage?.servers ?? []) {
    const id = sim.nextId('server');
    names.add('server', server.name, id);
    const interfaces = server.interfaces.map(({ network, address }) => ({
      network: names.get('network', network),
      address,
    }));
    sim.state.servers.set(id, { id, name: server.name, interfaces, powered: true });
  }
  for (const device of storage?.devices ?? []) {
    const id = sim.nextId('device');
    names.add('device', device.name, id);
    const mirrors = device.mirrors.map(({ server, priority }) => ({ server: names.get('server', server), priority }));
    const leading = mirrors.filter(({ priority }) => device.synchronized || priority === 'primary');
    const { name, size, syncRate } = device;
    const current = leading.map(({ server }) => server);
    const lacking = mirrors.filter(({ server }) => !current.includes(server));
    const behind = new Map(lacking.map(({ server }) => [server, { since: 0, full: true }]));
    sim.state.devices.set(id, { id, name, size, mirrors, syncRate, current, behind, sync: null, linkWorking: true });
  }
  for (const session of storage?.sessions ?? []) {
    const id = sim.nextId('session');
    const [node, server] = [names.get('node', session.node), names.get('server', session.server)];
    sim.state.sessions.set(id, { id, node, server, working: true });
  }
  for (const disk of scenario.disks) {
    const id = sim.nextId('disk');
    names.add('disk', disk.name, id);
    sim.state.disks.set(id, {
      id,
      name: disk.name,
      size: disk.size,
      device: disk.device === null ? null : names.get('device', disk.device),
      throughput: disk.throughput,
      persistentReservations: disk.persistentReservations,
      bus: disk.bus,
      working: true,
      clustered: false,
      resource: null,
      volume: null,
      reservation: null,
      paths: new Map(),
      ways: new Map(),
    });
  }
}

/** Puts servers, networks and storage of a scenario into the state. */
export function buildFabric(sim: Simulation, scenario: Scenario, names: Names): void {
  buildNetworks(sim, scenario, names);
  buildNodes(sim, scenario, names);
  buildStorage(sim, scenario, names);
}
