import { parseDependencies } from '#shared/model/dependency-parser';
import { providersOf } from '#shared/model/dependency';
import type { Fault } from '#shared/faults/fault';
import type { JsonValue } from '#shared/model/operation';
import type { Entry } from './parse-part';
import type { TimelineAction, TimelineEntry } from './scenario-story';
import type { NameTable } from './name-table';
import type { World } from './world';
import type { YamlPath } from './yaml-source';

type Input = { readonly [field: string]: JsonValue };

/** Which table a field of a command or fault names things from; undefined: it names none, or something new. */
function tableFor(field: string, action: string, input: Input, world: World): NameTable | undefined {
  switch (field) {
    case 'node':
    case 'nodes':
    case 'destination':
    case 'owner':
    case 'preferredOwners':
    case 'groups':
      return isAboutGuests(input, world) ? world.guestNodes : world.nodes;
    case 'role':
      return action === 'network.setRole' ? undefined : world.roles;
    case 'vm':
      return world.machines;
    case 'disk':
    case 'disks':
      return world.disks;
    case 'network':
    case 'networks':
      return world.networks;
    case 'resource':
      return world.resources;
    case 'server':
      return world.servers;
    case 'device':
      return world.devices;
    default:
      return undefined;
  }
}

/** Whether an input is about a role or resource of a guest cluster: then nodes are its machines. */
function isAboutGuests({ role, resource }: Input, world: World): boolean {
  return [role, resource].some((name) => typeof name === 'string' && world.guestRoles.find(name) !== undefined);
}

function resolveValue(table: NameTable, value: JsonValue, path: YamlPath): JsonValue {
  if (typeof value === 'string') return table.isEmpty() ? value : table.resolve(value, path);
  if (Array.isArray(value)) return value.map((item: JsonValue, index) => resolveValue(table, item, [...path, index]));
  return value;
}

function resolveInput(input: Input, action: string, path: YamlPath, world: World): Input {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      const table = tableFor(field, action, input, world);
      return [field, table === undefined ? value : resolveValue(table, value, [...path, field])];
    }),
  );
}

/** Names inside of a text, which stays as it is. */
function checkDependency(input: Input, path: YamlPath, world: World): void {
  if (typeof input.dependsOn !== 'string') return;
  for (const name of providersOf(parseDependencies(input.dependsOn)))
    world.resources.resolve(name, [...path, 'dependsOn']);
}

function resolveWitness(input: Input, path: YamlPath, world: World): Input {
  const disk = input.mode === 'nodeAndDiskMajority' || input.mode === 'diskOnly';
  if (!disk || typeof input.witness !== 'string') return input;
  return { ...input, witness: world.disks.resolve(input.witness, [...path, 'witness']) };
}

function resolveAction(action: TimelineAction, path: YamlPath, world: World): TimelineAction {
  if (action.kind === 'fault') {
    const { fault: name, ...inputs } = action.fault;
    return { kind: 'fault', fault: { fault: name, ...resolveInput(inputs, name, path, world) } as Fault };
  }
  checkDependency(action.input, path, world);
  const input = resolveInput(action.input, action.command, path, world);
  return { ...action, input: action.command === 'cluster.setQuorum' ? resolveWitness(input, path, world) : input };
}

/** The timeline with names resolved, by time; equal times keep the order written. */
export function resolveTimeline(entries: readonly Entry<TimelineEntry>[], world: World): readonly TimelineEntry[] {
  return entries
    .map(({ value, path }) => ({ ...value, action: resolveAction(value.action, path, world) }))
    .sort((left, right) => left.at - right.at);
}
