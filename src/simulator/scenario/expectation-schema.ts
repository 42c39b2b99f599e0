import { z } from 'zod';
import { eventLevels } from '#shared/model/cluster-event';
import type { JsonValue } from '#shared/model/operation';
import { chosen, passOn, type Choice } from './chosen-schema';
import { snapshotProperties } from './expected-properties';
import { issueWords } from './issue-words';
import type { Expectation, ExpectedFact, ExpectedKind } from './scenario-story';
import { count, duration, fields, name, positiveCount, word } from './schema-parts';

/** An expectation as the file gives it, without its place. */
type GivenExpectation = Omit<Expectation, 'line' | 'column'>;

type Properties = { readonly [property: string]: JsonValue };

const momentText = 'a time such as 120s, or end';
const moment = z.union([z.literal('end'), duration], { error: momentText });

const anyValue = z.json({ error: 'a plain value' }).optional();

function propertiesOf(kind: keyof typeof snapshotProperties): Record<string, z.ZodType> {
  return Object.fromEntries(snapshotProperties[kind].map((property) => [property, anyValue]));
}

function given({ at: _at, ...values }: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Properties;
}

type Shape = Record<string, z.ZodType>;

function objectSchema(
  time: Shape,
  kind: ExpectedKind,
  named: z.ZodType<string | { readonly [field: string]: string }>,
) {
  const shape: Shape = { ...time, [kind]: named, ...propertiesOf(kind) };
  return fields(shape).transform(({ [kind]: who, ...properties }): ExpectedFact => {
    const names = typeof who === 'string' ? [who] : Object.values(who as Record<string, string>);
    return { kind: 'object', object: kind, name: names, properties: given(properties) };
  });
}

function clusterSchema(time: Shape) {
  const shape: Shape = { ...time, cluster: word('running', 'stopped'), ...propertiesOf('cluster') };
  return fields(shape).transform(({ ...properties }): ExpectedFact => {
    return { kind: 'object', object: 'cluster', name: [], properties: given(properties) };
  });
}

function eventSchema(time: Shape) {
  const names = { node: name.optional(), subject: name.optional() };
  const level = word(...eventLevels).optional();
  return fields({ ...time, event: positiveCount, ...names, level, count: count.optional() }).transform(
    (given): ExpectedFact => ({
      kind: 'event',
      id: given.event,
      node: given.node ?? null,
      subject: given.subject ?? null,
      level: given.level ?? null,
      count: given.count ?? null,
    }),
  );
}

function operationSchema(time: Shape) {
  const limits = { downtimeBelow: duration.optional(), totalBelow: duration.optional() };
  return fields({ ...time, operation: name, ...limits, ...propertiesOf('operation') }).transform(
    ({ operation: label, downtimeBelow = null, totalBelow = null, ...properties }): ExpectedFact => ({
      kind: 'operation',
      label,
      downtimeBelow,
      totalBelow,
      properties: given(properties),
    }),
  );
}

/** How each kind of statement is read. Kinds that share a field's name with another one stand before it. */
function factSchema(time: Shape): z.ZodType<ExpectedFact> {
  const kinds = new Map<string, z.ZodType<ExpectedFact>>([
    ['event', eventSchema(time)],
    ['operation', operationSchema(time)],
    ['networkInterface', objectSchema(time, 'networkInterface', fields({ node: name, network: name }))],
    ['network', objectSchema(time, 'network', name)],
    ['virtualMachine', objectSchema(time, 'virtualMachine', name)],
    ['resource', objectSchema(time, 'resource', name)],
    ['disk', objectSchema(time, 'disk', name)],
    ['cluster', clusterSchema(time)],
    ['node', objectSchema(time, 'node', name)],
    ['role', objectSchema(time, 'role', name)],
  ]);
  const expected = `a statement about one of ${[...kinds.keys()].join(', ')}`;
  return chosen((statement): Choice<ExpectedFact> => {
    const read = [...kinds].find(([kind]) => kind in statement)?.[1];
    return read === undefined ? { expected, kinds: ['not', ...kinds.keys()] } : { read };
  });
}

const inner = factSchema({});
const outer = factSchema({ at: moment });
const timed = z.looseObject({ at: moment.optional() });

const negated = fields({ at: moment, not: inner }).transform(({ at, not }): GivenExpectation => ({
  at,
  negated: true,
  fact: not,
}));
const plain = timed.transform((statement, context): GivenExpectation => {
  const fact = outer.safeParse(statement, { error: issueWords });
  if (fact.success && statement.at !== undefined) return { at: statement.at, negated: false, fact: fact.data };
  passOn(fact.error?.issues ?? [], context);
  return z.NEVER;
});

/** An expectation as the file gives it. */
export const expectationSchema = chosen((entry): Choice<GivenExpectation> => ({
  read: 'not' in entry ? negated : plain,
}));
