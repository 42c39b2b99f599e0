import { foldName } from '#shared/model/cluster-view';
import type { ClusterEvent } from '#shared/model/cluster-event';
import type { JsonValue, Operation } from '#shared/model/operation';
import type { ClusterSnapshot } from '#shared/model/snapshot';
import type { Expectation, ExpectedFact, ExpectedKind } from '../scenario/scenario-story';
import { isAsExpected } from './matching';

/** What was found where something was expected. */
export interface Judgement {
  readonly met: boolean;
  /** The properties that were asked for, as they were; null each where the object does not exist. */
  readonly actual: { readonly [property: string]: JsonValue };
}

/** What is looked at: a snapshot and the events up to its time. */
export interface Evidence {
  readonly snapshot: ClusterSnapshot;
  readonly events: readonly ClusterEvent[];
}

type Properties = { readonly [property: string]: JsonValue };
type Fact<Kind extends ExpectedFact['kind']> = Extract<ExpectedFact, { readonly kind: Kind }>;

/** Judges one expectation by the cluster as it is. */
export function judge(expectation: Expectation, evidence: Evidence): Judgement {
  const { met, actual } = judgeFact(expectation.fact, evidence);
  return { met: met !== expectation.negated, actual };
}

function judgeFact(fact: ExpectedFact, evidence: Evidence): Judgement {
  switch (fact.kind) {
    case 'object':
      return judgeProperties(fact.properties, objectOf(fact.object, fact.name, evidence.snapshot) ?? serverAway(fact));
    case 'operation':
      return judgeOperation(fact, evidence.snapshot.operations);
    case 'event':
      return judgeEvent(fact, evidence.events);
  }
}

/** A server that is no node of the cluster, any more or yet, is Down for whoever asks for its state. */
function serverAway({ object, properties }: Fact<'object'>): Properties | undefined {
  return object === 'node' && properties.state !== undefined ? { state: 'Down' } : undefined;
}

function judgeProperties(expected: Properties, found: Properties | undefined): Judgement {
  const actual = Object.fromEntries(Object.keys(expected).map((property) => [property, found?.[property] ?? null]));
  const met =
    found !== undefined &&
    Object.entries(expected).every(([property, value]) => isAsExpected(value, actual[property] ?? null));
  return { met, actual };
}

/** The objects of a snapshot are plain data all through. */
function plain(object: object | undefined): Properties | undefined {
  return object as Properties | undefined;
}

function named<Item extends { readonly name: string }>(
  list: readonly Item[],
  name: string | undefined,
): Item | undefined {
  const folded = foldName(name ?? '');
  return list.find((item) => foldName(item.name) === folded);
}

function objectOf(
  kind: ExpectedKind,
  [name, network]: readonly string[],
  snapshot: ClusterSnapshot,
): Properties | undefined {
  switch (kind) {
    case 'cluster':
      return {
        ...snapshot.quorum,
        ...snapshot.cluster,
        cluster: snapshot.cluster.state === 'Running' ? 'running' : 'stopped',
      };
    case 'networkInterface':
      return plain(
        snapshot.networkInterfaces.find(
          (nic) => foldName(nic.node) === foldName(name ?? '') && foldName(nic.network) === foldName(network ?? ''),
        ),
      );
    case 'disk': {
      const disk = named(snapshot.disks, name);
      const volume = named(snapshot.sharedVolumes, name);
      return disk === undefined && volume === undefined ? undefined : plain({ ...volume, ...disk });
    }
    case 'role':
      return plain(named(snapshot.roles, name));
    case 'resource':
      return plain(named(snapshot.resources, name));
    case 'virtualMachine': {
      const machine = named(snapshot.virtualMachines, name);
      return machine === undefined ? undefined : plain({ ...machine, ownerNode: machine.computerName });
    }
    case 'node':
      return plain(named(snapshot.nodes, name));
    case 'network':
      return plain(named(snapshot.networks, name));
  }
}

function judgeOperation(fact: Fact<'operation'>, operations: readonly Operation[]): Judgement {
  const operation = operations.find(({ label }) => label !== null && foldName(label) === foldName(fact.label));
  const { error: expectedError, ...properties } = fact.properties;
  const { met, actual } = judgeProperties(properties, plain(operation));
  const error = operation?.error ?? null;
  const downtime = operation?.migration?.downtime ?? null;
  const total = operation?.migration?.total ?? null;
  return {
    met:
      met &&
      operation !== undefined &&
      (expectedError === undefined || isExpectedError(expectedError, error)) &&
      isBelow(downtime, fact.downtimeBelow) &&
      isBelow(total, fact.totalBelow),
    actual: {
      ...actual,
      ...(expectedError === undefined ? {} : { error: error === null ? null : { ...error } }),
      ...(fact.downtimeBelow === null ? {} : { downtime }),
      ...(fact.totalBelow === null ? {} : { total }),
    },
  };
}

function isBelow(measured: number | null, limit: number | null): boolean {
  return limit === null || (measured !== null && measured < limit);
}

/** An error by its Windows number, by its kind, or by any of its fields. */
function isExpectedError(expected: JsonValue, error: Operation['error']): boolean {
  if (error === null) return expected === null;
  if (typeof expected === 'number') return error.code === expected;
  if (typeof expected === 'string') return error.kind === expected;
  return expected !== null && isAsExpected(expected, { ...error });
}

function judgeEvent(fact: Fact<'event'>, events: readonly ClusterEvent[]): Judgement {
  const same = (expected: string | null, found: string | undefined): boolean =>
    expected === null || (found !== undefined && foldName(expected) === foldName(found));
  const count = events.filter(
    ({ id, node, subject, level }) =>
      id === fact.id && same(fact.node, node) && same(fact.subject, subject?.name) && same(fact.level, level),
  ).length;
  return { met: fact.count === null ? count > 0 : count === fact.count, actual: { count } };
}
