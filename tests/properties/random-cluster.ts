import fc from 'fast-check';
import { configurableTypes } from '#shared/commands/role-types';
import { isAtLeast, releases } from '#shared/model/release';
import { at, place, sometimes } from './draws';
import { randomStorage, storageOf } from './random-storage';

const gigabyte = 2 ** 30;

const node = fc.record({
  memory: fc.constantFrom(64, 16, 12, 8),
  site: sometimes(fc.constantFrom('A', 'B')),
  vote: sometimes(fc.constant(0), 8),
  off: sometimes(fc.constant(true), 8),
  vendor: sometimes(fc.constant('AMD'), 8),
  model: sometimes(fc.constant('Xeon E7'), 8),
  apart: sometimes(fc.constant(true), 4),
});

const network = fc.record({
  role: fc.constantFrom('clusterAndClient', 'cluster', 'none'),
  liveMigration: sometimes(fc.integer({ min: 1, max: 3 }), 2),
  bandwidth: sometimes(fc.constantFrom('100Mbps', '10Gbps')),
});

const role = fc.record({
  type: fc.oneof({ weight: 3, arbitrary: fc.constant('virtualMachine') }, fc.constantFrom(...configurableTypes)),
  owner: place,
  offline: sometimes(fc.constant(true), 5),
  disk: sometimes(place, 2),
  lun: sometimes(place, 3),
  address: sometimes(fc.constant(true), 2),
  memory: fc.constantFrom(4, 1, 2, 6, 12),
  usedMemory: sometimes(fc.constantFrom(0, 1)),
  dirtyRate: sometimes(fc.constantFrom(0, '20MB/s', '200MB/s')),
  bootTime: sometimes(fc.constantFrom(0, '20s', '5m')),
  offlineAction: sometimes(fc.constantFrom('shutdown', 'turnOff')),
  cpuCompatibility: sometimes(fc.constant(true)),
  plain: sometimes(fc.constant(true), 6),
  heartbeatCheck: sometimes(fc.constant(false), 5),
  preferredOwners: sometimes(fc.array(place, { minLength: 1, maxLength: 2 })),
  possibleOwners: sometimes(fc.array(place, { maxLength: 2 }), 5),
  antiAffinity: sometimes(fc.constant(['X']), 4),
  priority: sometimes(fc.constantFrom('high', 'low', 'noAutoStart'), 2),
  failover: sometimes(fc.record({ threshold: fc.nat(2), period: fc.constantFrom('1m', '6h') }), 4),
  failback: sometimes(fc.constantFrom('immediate', { from: 22, to: 5 }, { from: 0, to: 1 })),
  restart: sometimes(fc.record({ threshold: fc.nat(2), delay: fc.constantFrom('500ms', 0, '5m') }), 4),
  resources: fc.array(
    fc.record({
      providers: fc.array(place, { maxLength: 3 }),
      either: fc.boolean(),
      onlineTime: sometimes(fc.constantFrom(0, '30s', '200s', '400s')),
      offlineTime: sometimes(fc.constantFrom(0, '200s')),
    }),
    { maxLength: 2 },
  ),
});

type RandomRole = typeof role extends fc.Arbitrary<infer Role> ? Role : never;

const guestCluster = fc.record({
  nodes: fc.array(place, { minLength: 1, maxLength: 3 }),
  disk: sometimes(fc.constant(true), 2),
  roles: fc.array(place, { maxLength: 2 }),
});

/** The draws that a cluster is made of; each shrinks by itself. */
export const randomCluster = fc.record({
  release: fc.constantFrom(...[...releases].reverse()),
  seed: fc.nat(9),
  nodes: fc.array(node, { minLength: 2, maxLength: 8, size: 'small' }),
  networks: sometimes(fc.array(network, { minLength: 1, maxLength: 4 }), 2),
  quorum: fc.record({
    mode: sometimes(
      fc.constantFrom('nodeAndFileShareMajority', 'nodeAndDiskMajority', 'diskOnly', 'nodeAndCloudMajority'),
      2,
    ),
    dynamic: sometimes(fc.constant(false), 5),
    lowerPriorityNode: sometimes(place, 5),
  }),
  settings: sometimes(
    fc.record(
      {
        resiliencyPeriod: fc.constantFrom('0s', '30s'),
        quarantineThreshold: fc.constantFrom(1, 2),
        criticalErrorTimeout: fc.constantFrom('0s', '1m'),
        maximumParallelMigrations: fc.constantFrom(2, 4),
        sameSubnetThreshold: fc.constantFrom(3, 20),
        failoverThreshold: fc.constantFrom(0, 1),
        drainOnShutdown: fc.constant(false),
      },
      { requiredKeys: [] },
    ),
    4,
  ),
  storage: randomStorage,
  roles: fc.array(role, { maxLength: 9, size: 'medium' }),
  guestClusters: fc.array(guestCluster, { maxLength: 2 }),
  unformed: sometimes(fc.constant(true), 40),
});

/** The draws of one cluster. */
export type RandomCluster = typeof randomCluster extends fc.Arbitrary<infer Cluster> ? Cluster : never;

/** Names that a timeline can speak of. */
export interface Names {
  readonly nodes: readonly string[];
  readonly networks: readonly string[];
  readonly disks: readonly string[];
  readonly roles: readonly string[];
  readonly machines: readonly string[];
  readonly resources: readonly string[];
  readonly servers: readonly string[];
  readonly devices: readonly string[];
  readonly witness: boolean;
  readonly formed: boolean;
}

/** A scenario as its file says it, beside its timeline. */
export type ScenarioText = Readonly<Record<string, unknown>>;

const defaultNetworkNames = ['Public', 'Private', 'iSCSI'];

function quorumOf({ quorum, release, nodes }: RandomCluster, disks: boolean) {
  const from2016 = isAtLeast(release, '2016');
  const mode = quorum.mode === 'nodeAndCloudMajority' && !from2016 ? 'nodeAndFileShareMajority' : quorum.mode;
  const onDisk = mode === 'nodeAndDiskMajority' || mode === 'diskOnly';
  const witness = onDisk ? 'Quorum' : mode === 'nodeAndCloudMajority' ? 'https://witness.example' : '\\\\dc\\witness';
  const lower = quorum.lowerPriorityNode;
  return {
    ...(mode === undefined || (onDisk && !disks) ? {} : { mode, witness }),
    ...(quorum.dynamic === undefined ? {} : { dynamic: quorum.dynamic }),
    ...(lower === undefined ? {} : { lowerPriorityNode: `N${1 + (lower % nodes.length)}` }),
  };
}

/** Nodes with addresses only where one stands in another subnet than the first. */
function nodesOf({ nodes, networks }: RandomCluster) {
  return nodes.map(({ memory, site, vote, off, vendor, model, apart }, index) => ({
    name: `N${index + 1}`,
    ...{ memory: `${memory}GB`, site, vote },
    ...(off === true && index > 0 ? { state: 'off' } : {}),
    ...(vendor === undefined && model === undefined ? {} : { cpu: { vendor, model } }),
    ...(apart === true && networks !== undefined
      ? { nics: Object.fromEntries(networks.map((_, net) => [`Net${net + 1}`, `10.${net + 1}.1.${index + 1}`])) }
      : {}),
  }));
}

function networksOf({ networks }: RandomCluster) {
  return networks?.map(({ role, ...one }, index) => ({
    ...{ name: `Net${index + 1}`, subnet: `10.${index + 1}.0.0/24`, ...one },
    // A cluster needs one network at least.
    role: index === 0 && role === 'none' ? undefined : role,
  }));
}

/** What is left while roles are put into a cluster. */
interface Room {
  readonly memory: Map<string, number>;
  readonly owners: Map<string, { readonly owner: string; readonly machine: boolean }>;
}

function roleOf(draw: RandomRole, index: number, all: RandomCluster, disks: ReturnType<typeof storageOf>, room: Room) {
  const { type, restart, failover, failback, antiAffinity, priority } = draw;
  const machine = type === 'virtualMachine';
  const clustered = draw.plain !== true && all.unformed !== true;
  const name = `${machine ? 'VM' : 'App'}${index + 1}`;
  const nodeNames = all.nodes.map((_, number) => `N${number + 1}`);
  const nodeAt = (where: number): string => at(nodeNames, where) ?? 'N1';
  const owner = nodeAt(draw.owner);
  const up = all.nodes[nodeNames.indexOf(owner)]?.off !== true || owner === 'N1';
  const lun = draw.lun === undefined ? undefined : at(disks.luns, draw.lun);
  const holder = lun === undefined ? undefined : room.owners.get(lun);
  const takesLun =
    lun !== undefined && clustered && (holder === undefined || (machine && holder.machine && holder.owner === owner));
  if (takesLun) room.owners.set(lun, { owner, machine });
  const volume = machine && draw.disk !== undefined ? at(disks.volumes, draw.disk) : undefined;
  const own = [...(takesLun ? [lun] : []), ...(volume === undefined ? [] : [volume])];
  const memory = draw.memory * gigabyte;
  const free = room.memory.get(owner) ?? 0;
  const online = draw.offline !== true && up && (!machine || free >= memory);
  if (online && machine) room.memory.set(owner, free - memory);
  const address = !machine && draw.address === true ? `10.9.9.${index + 1}` : undefined;
  const standard = machine
    ? [`Virtual Machine ${name}`]
    : [...(type === 'other' ? [] : [name]), ...(address === undefined ? [] : [`${name} Network Name`])];
  const resources = clustered
    ? draw.resources.map(({ providers, either, onlineTime, offlineTime }, number) => {
        const before = [
          ...standard,
          ...(takesLun ? [lun] : []),
          ...draw.resources.slice(0, number).map((_, n) => `${name}-${n + 1}`),
        ];
        const names = [...new Set(providers.flatMap((where) => at(before, where) ?? []))].map((one) => `[${one}]`);
        const dependsOn =
          names.length === 3
            ? `${names[0] ?? ''} and (${names.slice(1).join(' or ')})`
            : names.join(either ? ' or ' : ' and ');
        return {
          ...{ name: `${name}-${number + 1}`, type: 'Generic Service', onlineTime, offlineTime },
          ...(dependsOn === '' ? {} : { dependsOn }),
        };
      })
    : [];
  return {
    ...{ name, type, owner, disks: own.length === 0 ? undefined : own, address },
    ...(online ? {} : { state: 'offline' }),
    ...(machine
      ? {
          ...{ memory: `${draw.memory}GB`, dirtyRate: draw.dirtyRate, bootTime: draw.bootTime },
          ...(draw.usedMemory === undefined ? {} : { usedMemory: `${draw.usedMemory}GB` }),
          ...{ offlineAction: draw.offlineAction, cpuCompatibility: draw.cpuCompatibility },
          ...{ heartbeatCheck: draw.heartbeatCheck, clustered: clustered ? undefined : false },
        }
      : {}),
    ...(clustered
      ? {
          ...{ restart, failover, failback, antiAffinity, priority },
          preferredOwners:
            draw.preferredOwners === undefined ? undefined : [...new Set(draw.preferredOwners.map(nodeAt))],
          possibleOwners:
            draw.possibleOwners === undefined ? undefined : [...new Set([owner, ...draw.possibleOwners.map(nodeAt)])],
          resources: resources.length === 0 ? undefined : resources,
        }
      : {}),
  };
}

/** Guest clusters of machines that no other has; roles are online where their machine runs. */
function guestClustersOf({ guestClusters, networks }: RandomCluster, roles: readonly ReturnType<typeof roleOf>[]) {
  const apart = networks?.slice(1).some(({ role }) => role === 'none') ?? true;
  let free = roles.filter(({ type }) => type === 'virtualMachine');
  return guestClusters.flatMap(({ nodes: places, disk, roles: owners }, index) => {
    const nodes = [...new Set(places.flatMap((where) => at(free, where) ?? []))];
    free = free.filter((machine) => !nodes.includes(machine));
    if (nodes.length === 0) return [];
    const ofGuests = owners.flatMap((where, number) => {
      const owner = at(nodes, where);
      if (owner === undefined) return [];
      const name = `Guest${index + 1}-${number + 1}`;
      const state = 'state' in owner ? owner.state : undefined;
      return [{ name, type: 'genericService', owner: owner.name, state }];
    });
    const lun = disk === true && apart ? `GuestLUN${index + 1}` : undefined;
    return [{ name: `G${index + 1}`, nodes: nodes.map(({ name }) => name), disk: lun, roles: ofGuests }];
  });
}

/** The scenario of some draws, without a timeline, and the names in it. */
export function clusterOf(draws: RandomCluster): { readonly text: ScenarioText; readonly names: Names } {
  const formed = draws.unformed !== true;
  const storage = storageOf(draws.storage, draws.release, draws.nodes.length);
  const quorum = quorumOf(
    draws,
    storage.disks.some(({ use }) => use === 'witness'),
  );
  const nodes = nodesOf(draws);
  const memory = new Map(draws.nodes.map((one, index) => [`N${index + 1}`, (one.memory - 2) * gigabyte]));
  const room: Room = { memory, owners: new Map() };
  const roles = draws.roles
    .filter(({ type }) => formed || type === 'virtualMachine')
    .map((role, index) => roleOf(role, index, draws, storage, room));
  const clustered = roles.filter((one) => one.clustered !== false);
  const machines = roles.filter(({ type }) => type === 'virtualMachine').map(({ name }) => name);
  const networks = networksOf(draws);
  const from2016 = isAtLeast(draws.release, '2016');
  const settings =
    from2016 || draws.settings === undefined
      ? draws.settings
      : { ...draws.settings, resiliencyPeriod: undefined, quarantineThreshold: undefined };
  const text = {
    ...{ schema: 'regroup/scenario/1', title: 'Random', release: draws.release, seed: draws.seed },
    cluster: { name: 'C', formed: formed ? undefined : false, quorum, settings },
    ...{ nodes, networks, storage: storage.storage, disks: storage.disks, roles },
    guestClusters: guestClustersOf(draws, roles),
  };
  return {
    text,
    names: {
      ...{ nodes: nodes.map(({ name }) => name), networks: networks?.map(({ name }) => name) ?? defaultNetworkNames },
      ...{
        disks: storage.disks.map(({ name }) => name),
        machines,
        servers: storage.servers,
        devices: storage.mirrored,
      },
      roles: formed ? [...clustered.map(({ name }) => name), 'Available Storage', 'Cluster Group'] : [],
      resources: formed ? resourcesOf(clustered, storage.disks) : [],
      ...{ witness: quorum.mode !== undefined, formed },
    },
  };
}

function resourcesOf(
  roles: readonly ReturnType<typeof roleOf>[],
  disks: readonly { readonly name: string; readonly use: string }[],
): readonly string[] {
  const ofRoles = roles.flatMap(({ name, type, address, resources }) => [
    ...(type === 'virtualMachine' ? [`Virtual Machine ${name}`, `Virtual Machine Configuration ${name}`] : [name]),
    ...(address === undefined ? [] : [`${name} Network Name`, `IP Address ${address}`]),
    ...(resources ?? []).map((one) => one.name),
  ]);
  return [...ofRoles, ...disks.flatMap(({ name, use }) => (use === 'csv' ? [] : [name]))];
}
