import type { NameTable } from './name-table';
import type { Entry } from './parse-part';
import type { ProblemLog } from './problem-log';
import type { ScenarioNode } from './scenario-fabric';
import type { Expectation, ExpectedFact, ExpectedKind } from './scenario-story';
import type { World } from './world';
import type { YamlPath, YamlSource } from './yaml-source';

type GivenExpectation = Omit<Expectation, 'line' | 'column'>;

/** What expectations refer to. */
export interface ExpectationSurroundings {
  readonly world: World;
  readonly log: ProblemLog;
  readonly nodes: readonly ScenarioNode[];
  readonly clusterName: string;
}

function tableOf(kind: Exclude<ExpectedKind, 'networkInterface' | 'cluster'>, world: World): NameTable {
  switch (kind) {
    case 'role':
      return world.roles;
    case 'resource':
      return world.resources;
    case 'virtualMachine':
      return world.machines;
    case 'node':
      return world.nodes;
    case 'disk':
      return world.disks;
    case 'network':
      return world.networks;
  }
}

function resolveObject(kind: ExpectedKind, names: readonly string[], path: YamlPath, world: World): readonly string[] {
  if (kind === 'cluster') return [];
  if (kind !== 'networkInterface') return names.map((name) => tableOf(kind, world).resolve(name, [...path, kind]));
  const [node = '', network = ''] = names;
  return [
    world.nodes.resolve(node, [...path, kind, 'node']),
    world.networks.resolve(network, [...path, kind, 'network']),
  ];
}

/** An event can be about anything that has a name. */
function resolveSubject(subject: string, path: YamlPath, all: ExpectationSurroundings): string {
  const { world, log } = all;
  const tables = Object.values(world).filter((table) => table !== world.labels) as NameTable[];
  const networks = [...world.networks.all()];
  const given = new Set(all.nodes.flatMap(({ interfaces }) => interfaces.map(({ network }) => network)));
  const renamed = networks.filter((network) => !given.has(network));
  const named = (host: string, on: readonly string[]): readonly string[] => on.map((network) => `${host} - ${network}`);
  const interfaces = [
    ...all.nodes.flatMap((node) => named(node.name, [...node.interfaces.map(({ network }) => network), ...renamed])),
    ...[...world.guestNodes.all()].flatMap((guest) => named(guest, networks)),
  ];
  const more = [all.clusterName, ...interfaces];
  const folded = subject.toLowerCase();
  const known =
    tables.map((table) => table.find(subject)).find((name) => name !== undefined && name.toLowerCase() === folded) ??
    tables.flatMap((table) => [...table.all()]).find((name) => name.toLowerCase() === folded) ??
    more.find((name) => name.toLowerCase() === folded);
  if (known !== undefined) return known;
  const candidates = [...tables.flatMap((table) => [...table.all()]), ...more];
  log.complain({
    path: [...path, 'subject'],
    expected: 'the name of an object',
    found: JSON.stringify(subject),
    misspelt: { word: subject, candidates },
  });
  return subject;
}

function resolveFact(fact: ExpectedFact, path: YamlPath, all: ExpectationSurroundings): ExpectedFact {
  const { world } = all;
  switch (fact.kind) {
    case 'object':
      return { ...fact, name: resolveObject(fact.object, fact.name, path, world) };
    case 'operation':
      return { ...fact, label: world.labels.resolve(fact.label, [...path, 'operation']) };
    case 'event':
      return {
        ...fact,
        node:
          fact.node === null
            ? null
            : (world.guestNodes.find(fact.node) ?? world.nodes.resolve(fact.node, [...path, 'node'])),
        subject: fact.subject === null ? null : resolveSubject(fact.subject, path, all),
      };
  }
}

/** The expectations with names resolved and their places in the file. */
export function resolveExpectations(
  entries: readonly Entry<GivenExpectation>[],
  source: YamlSource,
  all: ExpectationSurroundings,
): readonly Expectation[] {
  return entries.map(({ value, path }) => {
    const place = value.negated ? [...path, 'not'] : path;
    return { ...value, fact: resolveFact(value.fact, place, all), ...source.positionOf(path, 'value') };
  });
}
