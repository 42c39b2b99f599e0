import type { z } from 'zod';
import type { Release } from '#shared/model/release';
import type { AddressPool } from './addresses';
import type { diskSchema, networkSchema, nodeSchema, storageSchema } from './fabric-schema';
import type { Entry } from './parse-part';
import { inWords, type ProblemLog } from './problem-log';
import type {
  ScenarioDevice,
  ScenarioDisk,
  ScenarioInterface,
  ScenarioNetwork,
  ScenarioNode,
  ScenarioSession,
  ScenarioStorage,
} from './scenario-fabric';
import type { World } from './world';
import type { YamlPath } from './yaml-source';

type GivenNode = z.output<typeof nodeSchema>;
type GivenStorage = z.output<typeof storageSchema>;
type GivenDisk = z.output<typeof diskSchema>;

/** Build of each release as installed, with a year's updates for those that get them. */
const builds: { readonly [Name in Release]: string } = {
  '2008': '6002.18005',
  '2008R2': '7601.17514',
  '2012': '9200.16384',
  '2012R2': '9600.16384',
  '2016': '14393.7428',
  '2019': '17763.6414',
  '2022': '20348.2700',
  '2025': '26100.2033',
};

/** Everything that resolving needs to know of the rest of the file. */
export interface Surroundings {
  readonly world: World;
  readonly log: ProblemLog;
  readonly networks: readonly ScenarioNetwork[];
  readonly pool: AddressPool;
}

/** Networks with what was left out. */
export function resolveNetworks(given: readonly z.output<typeof networkSchema>[]): readonly ScenarioNetwork[] {
  return given.map(({ liveMigration = null, ...network }) => ({ ...network, liveMigration }));
}

/** Nodes with an interface on every network where the file does not say which. */
export function resolveNodes(
  entries: readonly Entry<GivenNode>[],
  release: Release,
  all: Surroundings,
): readonly ScenarioNode[] {
  return entries.map(({ value: { nics, osBuild = builds[release], site = null, ...node }, path }) => ({
    ...node,
    site,
    osBuild,
    interfaces: resolveInterfaces(nics, all.networks, path, all),
  }));
}

function resolveInterfaces(
  given: Readonly<Record<string, string>> | undefined,
  without: readonly ScenarioNetwork[],
  path: YamlPath,
  { world, log, networks, pool }: Surroundings,
): readonly ScenarioInterface[] {
  if (given !== undefined) {
    const named = Object.entries(given).map(([network, address]) => ({
      network: world.networks.resolve(network, [...path, 'nics', network], 'key'),
      address,
    }));
    return networks.flatMap(({ name }) => named.filter(({ network }) => network === name));
  }
  return without.flatMap(({ name: network, subnet }) => {
    const address = pool.take(subnet);
    if (address !== null) return [{ network, address }];
    log.complain({ path, expected: `an address for it in ${subnet}`, found: 'none left' });
    return [];
  });
}

/** The servers behind the disks. */
export function resolveStorage(given: GivenStorage, nodes: readonly string[], all: Surroundings): ScenarioStorage {
  const { world, networks } = all;
  const apart = networks.filter(({ role }) => role === 'none');
  const path = ['storage'];
  const servers = given.servers.map(({ name, nics }, index) => ({
    name,
    interfaces: resolveInterfaces(nics, apart.length > 0 ? apart : networks, [...path, 'servers', index], all),
  }));
  const devices = given.devices.map((device, index) => resolveDevice(device, [...path, 'devices', index], all));
  return { servers, devices, sessions: sessionsOf(), mpio: given.mpio };

  function sessionsOf(): readonly ScenarioSession[] {
    if (given.sessions === 'none') return [];
    if (given.sessions === 'all') return nodes.flatMap((node) => servers.map(({ name: server }) => ({ node, server })));
    return given.sessions.map(({ node, server }, index) => ({
      node: world.nodes.resolve(node, [...path, 'sessions', index, 'node']),
      server: world.servers.resolve(server, [...path, 'sessions', index, 'server']),
    }));
  }
}

function resolveDevice(
  { mirrors, ...device }: GivenStorage['devices'][number],
  path: YamlPath,
  { world, log }: Surroundings,
): ScenarioDevice {
  const primaries = mirrors.filter(({ priority }) => priority === 'primary');
  const primary = primaries[0] ?? mirrors.find(({ priority }) => priority === undefined);
  if (primaries.length > 1 || primary === undefined)
    log.complain({
      path: [...path, 'mirrors'],
      expected: 'one primary',
      found: primary === undefined ? 'none' : 'two',
    });
  const resolved = mirrors.map((mirror, index) => ({
    server: world.servers.resolve(mirror.server, [...path, 'mirrors', index, 'server']),
    target: mirror.target ?? (mirror === primary ? device.name : `${device.name}Partner`),
    priority: mirror === primary ? ('primary' as const) : ('secondary' as const),
  }));
  const [first, second] = resolved;
  if (first !== undefined && first.server === second?.server)
    log.complain({
      path: [...path, 'mirrors', 1, 'server'],
      expected: 'another storage server',
      found: inWords(second.server),
    });
  return { ...device, mirrors: resolved };
}

/** Disks with the names of their devices and owners. */
export function resolveDisks(
  entries: readonly Entry<GivenDisk>[],
  { world }: Surroundings,
): readonly Entry<ScenarioDisk>[] {
  return entries.map(({ value: { device, owner, ...disk }, path }) => ({
    path,
    value: {
      ...disk,
      device: device === undefined ? null : world.devices.resolve(device, [...path, 'device']),
      owner: owner === undefined ? null : world.nodes.resolve(owner, [...path, 'owner']),
    },
  }));
}

/**
 * A node that has a session with a storage server also has an adapter on a network of that server, whether or not its
 * `nics` name one: without it there could be no session.
 */
export function withSessionInterfaces(
  nodes: readonly ScenarioNode[],
  storage: ScenarioStorage | null,
  { networks, pool }: Surroundings,
): readonly ScenarioNode[] {
  if (storage === null) return nodes;
  const networksOf = new Map(
    storage.servers.map(({ name, interfaces }) => [name, interfaces.map(({ network }) => network)]),
  );
  return nodes.map((node) => {
    const interfaces = [...node.interfaces];
    for (const { server } of storage.sessions.filter((session) => session.node === node.name)) {
      const common = networksOf.get(server) ?? [];
      if (interfaces.some(({ network }) => common.includes(network))) continue;
      const network = networks.find(({ name }) => common.includes(name));
      const address = network === undefined ? null : pool.take(network.subnet);
      if (network !== undefined && address !== null) interfaces.push({ network: network.name, address });
    }
    const ordered = networks.flatMap(({ name }) => interfaces.filter(({ network }) => network === name));
    return { ...node, interfaces: ordered };
  });
}
