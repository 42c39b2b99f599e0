import { z } from 'zod';
import { parsePart, type Entry } from './parse-part';
import type { ProblemLog } from './problem-log';
import { scenarioSchema } from './scenario-schema';

type Fields = typeof scenarioSchema.shape;
type Values = { readonly [Field in keyof Fields]?: z.output<Fields[Field]> };

/** What could be read of a scenario file, before its names are looked at. Fields that could not be read are undefined. */
export interface ScenarioFile {
  readonly raw: unknown;
  readonly values: Values;
  /** Entries of a list that could be read, each with its place. */
  entries<Field extends ListField>(field: Field): readonly Entry<Item<Field>>[];
}

type ListField = 'nodes' | 'networks' | 'disks' | 'roles' | 'guestClusters' | 'timeline' | 'expect';
type Item<Field extends ListField> = NonNullable<Values[Field]>[number];

/**
 * Reads the fields of a scenario file by the schema. What is wrong goes to the log, and all the rest is still there, so that
 * one mistake does not hide another.
 */
export function readScenarioFile(raw: unknown, log: ProblemLog): ScenarioFile {
  const whole = parsePart(scenarioSchema, raw, [], log);
  if (whole !== undefined) return { raw, values: whole, entries: (field) => entriesOf(field, whole[field]) };
  const given = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const values = Object.fromEntries(
    Object.entries(scenarioSchema.shape).map(([field, schema]) => [field, salvage(schema, given.get(field))]),
  ) as Values;
  return {
    raw,
    values,
    entries: (field) => {
      const value = values[field];
      return value === undefined ? salvaged(field, given.get(field)) : entriesOf(field, value);
    },
  };
}

function entriesOf<Field extends ListField>(field: Field, list: Values[Field]): readonly Entry<Item<Field>>[] {
  return ((list ?? []) as readonly Item<Field>[]).map((value, index) => ({ path: [field, index], value }));
}

/** The entries that can be read of a list in which others cannot. */
function salvaged<Field extends ListField>(field: Field, list: unknown): readonly Entry<Item<Field>>[] {
  if (!Array.isArray(list)) return [];
  const schema = itemSchema(scenarioSchema.shape[field]);
  return list.flatMap((item: unknown, index) => {
    const value = salvage(schema, item);
    return value === undefined ? [] : [{ path: [field, index], value: value as Item<Field> }];
  });
}

/** What can be read of a value when its wrong fields are left out; undefined when it cannot do without them. */
function salvage(schema: z.ZodType, raw: unknown): unknown {
  const result = schema.safeParse(raw);
  if (result.success || typeof raw !== 'object' || raw === null || Array.isArray(raw)) return result.data;
  const wrong = new Set(
    result.error.issues.flatMap((issue) => {
      const inside = issue.path[0];
      if (inside !== undefined) return [inside];
      return issue.code === 'unrecognized_keys' ? issue.keys : [];
    }),
  );
  const right = Object.entries(raw).filter(([field]) => !wrong.has(field));
  const timed = wrong.has('at') ? [['at', 0]] : [];
  return schema.safeParse(Object.fromEntries([...right, ...timed])).data;
}

function itemSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return itemSchema(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray ? (schema.element as z.ZodType) : z.never();
}
