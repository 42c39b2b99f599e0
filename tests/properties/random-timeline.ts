import fc from 'fast-check';
import { configurableTypes } from '#shared/commands/role-types';
import { catalogue, type CommandName } from '#shared/commands/catalogue';
import { faultSchemas, type FaultName } from '#shared/faults/fault';
import { quorumModes } from '#shared/model/quorum';
import { at, place } from './draws';
import type { Names } from './random-cluster';

/** What one entry of a timeline is made of; `a`, `b` and `c` choose names and values. */
const entry = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(faultSchemas) as FaultName[])) },
    { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(catalogue) as CommandName[])) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<(FaultName | CommandName)[]>(
        ...(['node.crash', 'node.powerOn', 'node.restart', 'clusterService.crash', 'network.partition'] as const),
        ...(['network.heal', 'role.move', 'role.liveMigrate', 'role.quickMigrate', 'node.pause'] as const),
        ...(['node.resume', 'node.startService', 'node.stopService', 'role.bringOnline', 'resource.fail'] as const),
        ...(['disk.fail', 'disk.repair', 'path.fail', 'path.repair', 'storageServer.crash'] as const),
        ...(['storageServer.powerOn', 'cluster.start', 'role.takeOffline'] as const),
      ),
    },
  ),
  after: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 1500 }),
    fc.integer({ min: 1, max: 30 }).map((seconds) => seconds * 1000),
    fc.integer({ min: 1, max: 300 }).map((seconds) => seconds * 1000),
    fc.integer({ min: 1, max: 3600 }).map((seconds) => seconds * 1000),
  ),
  a: place,
  b: place,
  c: place,
});

/** The draws of a timeline. */
export const randomTimeline = fc.array(entry, { minLength: 1, maxLength: 16, size: 'medium' });

/** The draws of one entry. */
export type RandomEntry = typeof entry extends fc.Arbitrary<infer Entry> ? Entry : never;

type Action = Readonly<Record<string, unknown>>;

/** Names as they are known when an entry is written: those of the start and those that entries before it made. */
class Known {
  readonly names: { readonly [Kind in keyof Names]: Names[Kind] extends readonly string[] ? string[] : boolean };
  private made = 0;

  constructor(names: Names) {
    this.names = {
      ...names,
      ...{ nodes: [...names.nodes], networks: [...names.networks], disks: [...names.disks], roles: [...names.roles] },
      ...{ machines: [...names.machines], resources: [...names.resources] },
      ...{ servers: [...names.servers], devices: [...names.devices] },
    };
  }

  fresh(kind: string): string {
    this.made += 1;
    return `${kind}${this.made}`;
  }
}

function faultOf(kind: FaultName, { a, b, c }: RandomEntry, { names }: Known): Action | null {
  const node = at(names.nodes, a);
  const network = at(names.networks, b);
  const disk = at(names.disks, a);
  const server = at(names.servers, b);
  const vm = at(names.machines, a);
  const resource = at(names.resources, a);
  const fault = { fault: kind };
  switch (kind) {
    case 'node.crash':
    case 'node.powerOn':
    case 'node.restart':
    case 'clusterService.crash':
      return { ...fault, node };
    case 'nic.fail':
    case 'nic.repair':
      return { ...fault, node, network };
    case 'network.fail':
    case 'network.repair':
      return { ...fault, network };
    case 'network.partition': {
      const cut = 1 + (a % Math.max(1, names.nodes.length - 1));
      const [left, right] = [names.nodes.slice(0, cut), names.nodes.slice(cut)];
      const groups = c % 5 === 0 ? [left, right.slice(1)] : [left, right];
      return { ...fault, groups: groups.filter(({ length }) => length > 0), ...(c % 3 === 0 ? { network } : {}) };
    }
    case 'network.heal':
      return { ...fault, ...(c % 3 === 0 ? { network } : {}) };
    case 'network.degrade':
      return { ...fault, network, ...[{ bandwidth: '10Mbps' }, { latency: '200ms' }, { loss: 1 }, { loss: 0 }][c % 4] };
    case 'disk.fail':
    case 'disk.repair':
      return disk === undefined ? null : { ...fault, disk };
    case 'path.fail':
    case 'path.repair':
      return server === undefined ? null : { ...fault, node, server };
    case 'storageServer.crash':
    case 'storageServer.powerOn':
      return server === undefined ? null : { ...fault, server };
    case 'syncLink.fail':
    case 'syncLink.repair': {
      const device = at(names.devices, a);
      return device === undefined ? null : { ...fault, device };
    }
    case 'witness.fail':
    case 'witness.repair':
      return names.witness ? fault : null;
    case 'vm.crash':
    case 'vm.hang':
      return vm === undefined ? null : { ...fault, vm };
    case 'resource.fail':
      if (resource === undefined) return null;
      return { ...fault, resource, ...[{}, { times: 3 }, { times: 20 }, { times: 5, node }][c % 4] };
    case 'resource.repair':
      return resource === undefined ? null : { ...fault, resource };
  }
}

function clusterCommandOf(kind: CommandName, { a, b, c }: RandomEntry, { names }: Known): Action | null {
  const command = { command: kind };
  switch (kind) {
    case 'cluster.create':
      return {
        ...command,
        name: 'NEW',
        nodes: names.nodes.slice(0, 1 + (a % names.nodes.length)),
        storage: ['all', 'none'][b % 2],
      };
    case 'cluster.validate':
      return { ...command, nodes: names.nodes.slice(0, 1 + (a % names.nodes.length)) };
    case 'cluster.setQuorum': {
      const mode = at(quorumModes, a);
      if (mode === 'nodeMajority') return { ...command, mode };
      if (mode === 'nodeAndFileShareMajority') return { ...command, mode, witness: '\\\\dc\\other' };
      if (mode === 'nodeAndCloudMajority') return { ...command, mode, witness: 'https://cloud.example' };
      const witness = at(names.disks, b);
      return witness === undefined ? null : { ...command, mode, witness };
    }
    case 'cluster.setProperty':
      return {
        ...command,
        ...[
          { property: 'SameSubnetThreshold', value: 3 + (b % 20) },
          { property: 'SameSubnetDelay', value: 500 },
          { property: 'DynamicQuorum', value: c % 2 === 0 },
          { property: 'DrainOnShutdown', value: c % 2 === 0 },
          { property: 'ResiliencyDefaultPeriod', value: 10 * b },
          { property: 'QuarantineThreshold', value: b % 4 },
          { property: 'QuarantineDuration', value: 60 * b },
          { property: 'MaximumParallelMigrations', value: 1 + (b % 4) },
          { property: 'LowerQuorumPriorityNodeId', value: b % 9 },
        ][a % 9],
      };
    case 'cluster.moveCoreResources':
      return { ...command, ...(b % 2 === 0 ? { destination: at(names.nodes, a) } : {}) };
    default:
      return command;
  }
}

function nodeCommandOf(kind: CommandName, { a, b, c }: RandomEntry, { names }: Known): Action {
  const command = { command: kind, node: at(names.nodes, a) };
  switch (kind) {
    case 'node.pause':
      return { ...command, drain: c % 4 !== 0, ...(c % 5 === 0 ? { destination: at(names.nodes, b) } : {}) };
    case 'node.resume':
      return { ...command, failback: ['none', 'immediate', 'policy'][b % 3] };
    case 'node.startService':
      return { ...command, ...[{}, { forceQuorum: true }, { preventQuorum: true }, { clearQuarantine: true }][b % 4] };
    case 'node.setVote':
      return { ...command, vote: b % 2 };
    default:
      return command;
  }
}

function roleCommandOf(kind: CommandName, { a, b, c }: RandomEntry, known: Known): Action | null {
  const { names } = known;
  const command = { command: kind };
  const migrates = (kind === 'role.liveMigrate' || kind === 'role.quickMigrate') && c % 4 !== 0;
  const machines = names.roles.filter((one) => names.machines.includes(one));
  const role = at(migrates ? machines : names.roles, a);
  const nodes = names.nodes.slice(b % names.nodes.length, 1 + (c % names.nodes.length));
  if (kind === 'role.create') {
    const type = at(configurableTypes, a);
    const name = known.fresh('New');
    const spare = names.disks.filter((one) => one.startsWith('Spare'));
    const disk = at(c % 5 === 0 ? names.disks : spare, b);
    const address = c % 2 === 0 ? `10.8.8.${1 + (a % 50)}` : undefined;
    names.roles.push(name);
    names.resources.push(name, ...(address === undefined ? [] : [`${name} Network Name`]));
    const content = { service: 'S', commandLine: 'c', scriptPath: 's' };
    const needed = {
      genericService: 'service',
      genericApplication: 'commandLine',
      genericScript: 'scriptPath',
    } as const;
    const field = type !== undefined && type in needed ? needed[type as keyof typeof needed] : undefined;
    return {
      ...{ ...command, type, name, address, owner: c % 3 === 0 ? at(names.nodes, b) : undefined },
      ...(disk === undefined ? {} : { disks: [disk] }),
      ...(field === undefined ? {} : { [field]: content[field] }),
    };
  }
  if (kind === 'role.createVirtualMachine') {
    const vm = at(names.machines, a);
    if (vm === undefined) return null;
    if (names.formed && !names.roles.includes(vm)) names.roles.push(vm);
    return { ...command, vm };
  }
  if (role === undefined) return null;
  switch (kind) {
    case 'role.move':
    case 'role.liveMigrate':
    case 'role.quickMigrate':
      return { ...command, role, ...(c % 2 === 0 ? { destination: at(names.nodes, b) } : {}) };
    case 'role.setPriority':
      return { ...command, role, priority: ['high', 'medium', 'low', 'noAutoStart'][b % 4] };
    case 'role.setPreferredOwners':
      return { ...command, role, preferredOwners: nodes };
    case 'role.setFailover':
      return { ...command, role, failover: { threshold: b % 3, period: '1h' } };
    case 'role.setFailback':
      return { ...command, role, failback: ['prevent', 'immediate', { from: 1, to: 2 }][b % 3] };
    case 'role.setAntiAffinity':
      return { ...command, role, antiAffinity: b % 2 === 0 ? ['X'] : [] };
    default:
      return { ...command, role };
  }
}

function machineCommandOf(kind: CommandName, { a, b, c }: RandomEntry, known: Known): Action | null {
  const { names } = known;
  const command = { command: kind };
  const [vm, disk] = [at(names.machines, a), at(names.disks, b)];
  if (kind === 'vm.create') {
    if (disk === undefined) return null;
    const name = known.fresh('Made');
    names.machines.push(name);
    return { ...command, node: at(names.nodes, a), name, memory: `${1 + (c % 8)}GB`, processors: 1, disk };
  }
  if (vm === undefined) return null;
  if (kind === 'vm.setProcessors') return { ...command, vm, processors: 1 + (b % 8) };
  if (kind === 'vm.setMemory') return { ...command, vm, memory: `${1 + (c % 8)}GB` };
  if (kind === 'vm.migrateStorage') return disk === undefined ? null : { ...command, vm, disk };
  return { ...command, vm };
}

function resourceCommandOf(kind: CommandName, { a, b, c }: RandomEntry, known: Known): Action | null {
  const { names } = known;
  const command = { command: kind };
  const [resource, other, third] = [at(names.resources, a), at(names.resources, b), at(names.resources, c)];
  if (resource === undefined || other === undefined || third === undefined) return null;
  const dependsOn = [`[${other}]`, `[${other}] and [${third}]`, `[${other}] or [${third}]`][c % 3];
  switch (kind) {
    case 'resource.add': {
      const name = known.fresh('Part');
      names.resources.push(name);
      return {
        ...command,
        role: at(names.roles, a),
        name,
        type: 'Generic Service',
        ...(c % 2 === 0 ? { dependsOn } : {}),
      };
    }
    case 'resource.setDependency':
      return { ...command, resource, dependsOn: b % 5 === 0 ? '' : dependsOn };
    case 'resource.setPossibleOwners':
      return { ...command, resource, nodes: names.nodes.filter((_, index) => ((b + 1) >> (index % 7)) % 2 === 1) };
    case 'resource.setPolicies':
      return {
        ...{ ...command, resource, pendingTimeout: `${1 + 10 * (c % 30)}s`, isAlive: `${1 + (b % 60)}s` },
        restart: { threshold: b % 3, period: '15m', delay: '1s', retryAfter: '10m' },
      };
    default:
      return { ...command, resource };
  }
}

function fabricCommandOf(kind: CommandName, { a, b, c }: RandomEntry, known: Known): Action | null {
  const { names } = known;
  const command = { command: kind };
  const [disk, network] = [at(names.disks, a), at(names.networks, a)];
  switch (kind) {
    case 'network.rename': {
      const name = known.fresh('Net-');
      names.networks.push(name);
      return { ...command, network, name };
    }
    case 'network.setRole':
      return { ...command, network, role: ['none', 'cluster', 'clusterAndClient'][b % 3] };
    case 'network.setLiveMigrationOrder':
      return { ...command, networks: names.networks.slice(b % names.networks.length) };
    default:
  }
  if (disk === undefined) return null;
  switch (kind) {
    case 'disk.moveSharedVolume':
      return { ...command, disk, ...(c % 2 === 0 ? { destination: at(names.nodes, b) } : {}) };
    case 'disk.setMaintenance':
      return { ...command, disk, on: b % 2 === 0 };
    case 'disk.assign': {
      const role = at(names.roles, b);
      return role === undefined ? null : { ...command, disk, role };
    }
    default:
      return { ...command, disk };
  }
}

function isFault(kind: FaultName | CommandName): kind is FaultName {
  return kind in faultSchemas;
}

function actionOf(draw: RandomEntry, known: Known): Action | null {
  const { kind } = draw;
  if (isFault(kind)) return faultOf(kind, draw, known);
  switch (kind.split('.')[0]) {
    case 'cluster':
      return clusterCommandOf(kind, draw, known);
    case 'node':
      return nodeCommandOf(kind, draw, known);
    case 'role':
      return roleCommandOf(kind, draw, known);
    case 'vm':
      return machineCommandOf(kind, draw, known);
    case 'resource':
      return resourceCommandOf(kind, draw, known);
    default:
      return fabricCommandOf(kind, draw, known);
  }
}

/** A timeline as a scenario file says it; what the cluster has nothing for is left out. */
export function timelineOf(draws: readonly RandomEntry[], names: Names): readonly Action[] {
  const known = new Known(names);
  let time = 60_000;
  return draws.flatMap((draw) => {
    time += draw.after;
    const action = actionOf(draw, known);
    return action === null ? [] : [{ at: time, ...action }];
  });
}
