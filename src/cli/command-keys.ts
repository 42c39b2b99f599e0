import { z } from 'zod';
import { catalogue, isCommandName, type CommandName } from '#shared/commands/catalogue';
import { suggestionFor } from '#shared/suggestion';

type Schema = z.core.JSONSchema.BaseSchema;

/** A command and its keys as one writes them: `role.move role=TEXT [destination=TEXT]`. */
export function keysOf(command: CommandName): string {
  const { properties = {}, required = [] } = schemaOf(command);
  const keys = Object.entries(properties).map(([key, value]) => {
    const pair = `${key}=${wordOf(value)}`;
    return required.includes(key) ? pair : `[${pair}]`;
  });
  return [command, ...keys].join(' ');
}

/** The commands of the catalogue with their keys, one a line, for help. */
export function commandList(): string {
  const lines = Object.keys(catalogue)
    .filter(isCommandName)
    .map((command) => `  ${keysOf(command)}\n`);
  return `Commands, with what may be left out in brackets:\n\n${lines.join('')}`;
}

/** What is wrong with a word that names no command, in sentences. */
export function unknownCommand(word: string): string {
  const near = suggestionFor(word, Object.keys(catalogue));
  return `There is no command ${JSON.stringify(word)}.${near === null ? '' : ` Was ${near} meant?`}`;
}

/** What is wrong with the keys of a command, and how it is written, in sentences. */
export function keyProblems(command: CommandName, { issues }: z.ZodError, given: readonly string[]): string {
  const { properties = {} } = schemaOf(command);
  const problems = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, Object.keys(properties)));
    const key = String(issue.path[0] ?? '');
    const value = properties[key];
    if (value === undefined) return [issue.message];
    if (!given.includes(key)) return [`${key} is missing.`];
    return [`${issue.path.join('.')} cannot be that: ${key}=${wordOf(value)} is expected.`];
  });
  return `${[...new Set(problems)].join(' ')} Write: ${keysOf(command)}`;
}

function unknownKey(key: string, keys: readonly string[]): string {
  const near = suggestionFor(key, keys);
  return `There is no key ${JSON.stringify(key)}${near === null ? '.' : `: was ${near} meant?`}`;
}

function schemaOf(command: CommandName): Schema {
  return z.toJSONSchema(catalogue[command].input, { unrepresentable: 'any', io: 'input' });
}

/** The kind of a value in one word: what may stand there, or its unit. */
function wordOf(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === 'boolean') return 'TEXT';
  const { anyOf, enum: words, const: constant, description, type, items, properties } = schema;
  if (anyOf !== undefined) return anyOf.map(wordOf).join('|');
  if (words !== undefined) return words.join('|');
  if (constant !== undefined) return String(constant);
  if (description !== undefined) return description.toUpperCase();
  if (type === 'boolean') return 'true|false';
  if (type === 'integer' || type === 'number') return 'NUMBER';
  if (type === 'array') return `${Array.isArray(items) || items === undefined ? 'TEXT' : wordOf(items)},...`;
  if (type !== 'object' || properties === undefined) return 'TEXT';
  return `{${Object.entries(properties)
    .map(([key, value]) => `"${key}":${wordOf(value)}`)
    .join(',')}}`;
}
