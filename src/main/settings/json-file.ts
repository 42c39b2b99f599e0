import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Log } from '../log/log';

/** One value kept in a file, read once at the start. A write either happens whole or not at all. */
export interface JsonFile<T> {
  get(): T;
  /** Takes effect at once; the file follows. */
  set(value: T): void;
  /** Writes what is not written yet, before it returns. For the end of the program. */
  flush(): void;
}

interface JsonFileOptions<Schema extends z.ZodObject> {
  readonly path: string;
  /** Every field needs a default: a missing file is an empty object. */
  readonly schema: Schema;
  readonly log: Log;
  /** Milliseconds that changes are collected before they are written. */
  readonly delay: number;
  /** Who may read it, as for chmod; as the system usually does when left out. */
  readonly mode?: number;
}

/** Opens the file. One that cannot be understood is set aside under another name; its good fields and entries are kept. */
export function openJsonFile<Schema extends z.ZodObject>(options: JsonFileOptions<Schema>): JsonFile<z.output<Schema>> {
  const { path, log, delay, mode } = options;
  let value = read(options);
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileAtomic.sync(path, `${JSON.stringify(value, null, 2)}\n`, mode === undefined ? {} : { mode });
    } catch (error) {
      log.error(`${path} could not be written.`, error);
    }
  };
  return {
    get: () => value,
    set: (next) => {
      value = next;
      timer ??= setTimeout(flush, delay);
    },
    flush,
  };
}

function read<Schema extends z.ZodObject>({ path, schema, log }: JsonFileOptions<Schema>): z.output<Schema> {
  const content = readJson(path, log);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  setAside(path, log);
  return schema.parse(goodFields(schema, content));
}

/** What stands in the file; an empty object when there is no file; undefined when it is not JSON. */
function readJson(path: string, log: Log): unknown {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    log.warn(`${path} cannot be read.`, error);
    return undefined;
  }
}

function goodFields(schema: z.ZodObject, content: unknown): Record<string, unknown> {
  if (typeof content !== 'object' || content === null) return {};
  const fields = Object.entries(content).flatMap(([name, field]) => {
    const good = Object.hasOwn(schema.shape, name) ? goodPart(schema.shape[name] as z.ZodType, field) : undefined;
    return good === undefined ? [] : [[name, good] as const];
  });
  return Object.fromEntries(fields);
}

/** A value that is right, or the entries of a list or record that are; undefined when nothing is. */
function goodPart(schema: z.ZodType, value: unknown): unknown {
  if (isGood(schema, value)) return value;
  const inner: unknown = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.filter((entry: unknown) => isGood(inner.element as z.ZodType, entry));
  if (inner instanceof z.ZodRecord && typeof value === 'object' && value !== null)
    return Object.fromEntries(entriesOf(value).filter(([name, entry]) => isGood(inner, { [name]: entry })));
  return undefined;
}

function isGood(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

function setAside(path: string, log: Log): void {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const aside = `${path}.broken-${stamp}`;
  try {
    renameSync(path, aside);
    log.warn(`${path} has wrong contents. It was set aside as ${aside}; what is right in it is kept.`);
  } catch (error) {
    log.error(`${path} has wrong contents and could not be set aside.`, error);
  }
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value);
}
