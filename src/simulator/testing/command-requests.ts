import fc from 'fast-check';
import type { CommandName } from '#shared/commands/catalogue';
import { configurableTypes } from '#shared/commands/role-types';
import { quorumModes } from '#shared/model/quorum';
import type { JsonValue } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';

/** A command as somebody may ask for it. */
export interface CommandRequest {
  readonly command: CommandName;
  readonly input: { readonly [key: string]: JsonValue };
}

type Inputs = fc.Arbitrary<{ readonly [key: string]: JsonValue }>;

/** Inputs of every command about the objects of a snapshot, now and then about ones that do not exist. */
function inputsFor(snapshot: ClusterSnapshot): { readonly [Name in CommandName]: Inputs } {
  const named = (list: readonly { readonly name: string }[], other: string): fc.Arbitrary<string> =>
    fc.constantFrom(...list.map(({ name }) => name), ...list.map(({ name }) => name.toLowerCase()), other);
  const node = named(snapshot.nodes, 'N9');
  const role = named(snapshot.roles, 'Nobody');
  const resource = named(snapshot.resources, 'Nothing');
  const disk = named(snapshot.disks, 'Nowhere');
  const network = named(snapshot.networks, 'Nonet');
  const vm = named(snapshot.virtualMachines, 'Novm');
  const some = (from: fc.Arbitrary<string>, minLength = 0) => fc.array(from, { minLength, maxLength: 3 });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const input = (fields: { readonly [key: string]: fc.Arbitrary<unknown> }): Inputs =>
    fc
      .record(fields)
      .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as never);
  const none = input({});
  const duration = fc.constantFrom(0, 500, 60_000, 3_600_000);
  const dependsOn = fc.oneof(
    fc.constantFrom('', 'A and', '[Nothing]'),
    resource.map((name) => `[${name}]`),
    fc.tuple(resource, fc.constantFrom('and', 'or'), resource).map(([a, word, b]) => `[${a}] ${word} [${b}]`),
  );
  const moving = input({ role, destination: maybe(node) });
  const witness = fc.oneof(disk, fc.constantFrom('\\\\dc\\share', 'https://w.blob.core.windows.net/', 'nothing'));
  return {
    'cluster.create': input({
      name: fc.constantFrom('NEW', 'C'),
      nodes: some(node, 1),
      storage: maybe(fc.constantFrom('all', 'none')),
    }),
    'cluster.validate': input({ nodes: some(node, 1), tests: maybe(fc.constantFrom(['Network'], ['No such test'])) }),
    'cluster.shutDown': none,
    'cluster.start': none,
    'cluster.destroy': none,
    'cluster.setQuorum': input({ mode: fc.constantFrom(...quorumModes), witness: maybe(witness) }),
    'cluster.setProperty': fc.oneof(
      input({
        property: fc.constantFrom('SameSubnetThreshold', 'sameSubnetDelay', 'MaximumParallelMigrations', 'Nope'),
        value: fc.constantFrom<JsonValue>(1, 10, 1000, 'x'),
      }),
      input({
        property: fc.constantFrom('DynamicQuorum', 'DrainOnShutdown', 'QuarantineThreshold'),
        value: fc.constantFrom<JsonValue>(true, false, 3),
      }),
    ),
    'cluster.enableSharedVolumes': none,
    'cluster.moveCoreResources': input({ destination: maybe(node) }),
    'cluster.collectLog': input({
      nodes: maybe(some(node, 1)),
      timeSpan: maybe(fc.constant(600_000)),
      localTime: maybe(fc.boolean()),
    }),
    'node.add': input({ node }),
    'node.evict': input({ node }),
    'node.pause': input({ node, drain: maybe(fc.boolean()), destination: maybe(node) }),
    'node.resume': input({ node, failback: maybe(fc.constantFrom('none', 'immediate', 'policy')) }),
    'node.startService': input({
      node,
      forceQuorum: maybe(fc.boolean()),
      preventQuorum: maybe(fc.boolean()),
      clearQuarantine: maybe(fc.boolean()),
    }),
    'node.stopService': input({ node }),
    'node.setVote': input({ node, vote: fc.constantFrom(0, 1) }),
    'role.create': input({
      type: fc.constantFrom(...configurableTypes),
      name: fc.oneof(fc.constant('NewRole'), role),
      disks: maybe(some(disk, 1)),
      address: maybe(fc.constantFrom('192.168.100.77', '192.168.100.50', '192.168.100.60')),
      owner: maybe(node),
      service: maybe(fc.constant('svc')),
      commandLine: maybe(fc.constant('cmd')),
      scriptPath: maybe(fc.constant('a.vbs')),
    }),
    'role.createVirtualMachine': input({ vm }),
    'role.bringOnline': input({ role }),
    'role.takeOffline': input({ role }),
    'role.move': moving,
    'role.liveMigrate': moving,
    'role.quickMigrate': moving,
    'role.cancelMigration': input({ role }),
    'role.remove': input({ role }),
    'role.setPriority': input({ role, priority: fc.constantFrom('high', 'medium', 'low', 'noAutoStart') }),
    'role.setPreferredOwners': input({ role, preferredOwners: some(node) }),
    'role.setFailover': input({ role, failover: input({ threshold: maybe(fc.nat(5)), period: maybe(duration) }) }),
    'role.setFailback': input({
      role,
      failback: fc.constantFrom<JsonValue>('prevent', 'immediate', { from: 22, to: 5 }),
    }),
    'role.setAntiAffinity': input({ role, antiAffinity: some(fc.constantFrom('web', 'sql')) }),
    'role.dependencyReport': input({ role }),
    'vm.create': input({
      node,
      name: fc.oneof(fc.constant('NewVM'), vm),
      memory: fc.constantFrom(1073741824, 1e15),
      processors: fc.constant(2),
      disk,
    }),
    'vm.start': input({ vm }),
    'vm.shutDown': input({ vm }),
    'vm.turnOff': input({ vm }),
    'vm.save': input({ vm }),
    'vm.migrateStorage': input({ vm, disk }),
    'vm.setProcessors': input({ vm, processors: fc.constantFrom(1, 8) }),
    'vm.setMemory': input({ vm, memory: fc.constantFrom(1073741824, 1e15) }),
    'resource.bringOnline': input({ resource }),
    'resource.takeOffline': input({ resource }),
    'resource.simulateFailure': input({ resource }),
    'resource.remove': input({ resource }),
    'resource.add': input({
      role,
      name: fc.oneof(fc.constant('NewResource'), resource),
      type: fc.constant('Generic Service'),
      dependsOn: maybe(dependsOn),
    }),
    'resource.setDependency': input({ resource, dependsOn }),
    'resource.setPossibleOwners': input({ resource, nodes: some(node) }),
    'resource.setPolicies': input({
      resource,
      restart: maybe(input({ threshold: maybe(fc.nat(3)), delay: maybe(duration) })),
      pendingTimeout: maybe(duration),
    }),
    'resource.dependencyReport': input({ resource }),
    'disk.add': input({ disk }),
    'disk.remove': input({ disk }),
    'disk.addToSharedVolumes': input({ disk }),
    'disk.removeFromSharedVolumes': input({ disk }),
    'disk.moveSharedVolume': input({ disk, destination: maybe(node) }),
    'disk.setMaintenance': input({ disk, on: fc.boolean() }),
    'disk.assign': input({ disk, role }),
    'network.rename': input({ network, name: fc.oneof(fc.constant('Renamed'), network) }),
    'network.setRole': input({ network, role: fc.constantFrom('none', 'cluster', 'clusterAndClient') }),
    'network.setLiveMigrationOrder': input({ networks: some(network) }),
  };
}

/** Requests about the objects of a snapshot: `each` of every command. */
export function sampleRequests(snapshot: ClusterSnapshot, each: number, seed: number): readonly CommandRequest[] {
  return Object.entries(inputsFor(snapshot)).flatMap(([command, inputs]) =>
    fc.sample(inputs, { numRuns: each, seed }).map((input) => ({ command: command as CommandName, input })),
  );
}
