import type { z } from 'zod';
import { issueWords } from './issue-words';
import { inWords, type ProblemLog } from './problem-log';
import type { YamlPath } from './yaml-source';

type Issue = z.core.$ZodIssue;

/**
 * Reads a part of the file by its schema. What is wrong goes to the log, at its place; then the answer is undefined.
 */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  path: YamlPath,
  log: ProblemLog,
): z.output<Schema> | undefined {
  const result = schema.safeParse(raw, { error: issueWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) complainOf(issue, raw, path, log);
  return undefined;
}

/** An entry of a list, with its place in the file. */
export interface Entry<Value> {
  readonly path: YamlPath;
  readonly value: Value;
}

function complainOf(issue: Issue, raw: unknown, base: YamlPath, log: ProblemLog): void {
  const path = [...base, ...issue.path];
  const value = valueAt(raw, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(', ');
    const expected = known.length === 1 ? `only the field ${issue.message}` : `one of the fields ${issue.message}`;
    for (const key of issue.keys) {
      const misspelt = { word: key, candidates: known };
      log.complain({ path: [...path, key], part: 'key', expected, found: JSON.stringify(key), misspelt });
    }
    return;
  }
  if (value === undefined && issue.path.length > 0) {
    const field = String(issue.path.at(-1));
    log.complain({ path: path.slice(0, -1), expected: `the field "${field}" (${issue.message})`, found: 'none' });
    return;
  }
  const found = inWords(value);
  if (issue.code === 'invalid_value' && (typeof value === 'string' || typeof value === 'number')) {
    const misspelt = { word: String(value), candidates: issue.values.map(String) };
    log.complain({ path, expected: issue.message, found, misspelt });
  } else log.complain({ path, expected: issue.message, found });
}

/** The value at a path; undefined where there is none. */
export function valueAt(raw: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    raw,
  );
}
