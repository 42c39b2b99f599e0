import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Alias,
  type Node,
  type Pair,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { failure, success, type Result } from '#shared/model/result';
import { jsonIn } from './json-text';
import type { TextPosition } from './scenario-problem';
import { unreadablePart, type TextProblem } from './text-limits';

/** Keys and indices from the root to a value. */
export type YamlPath = readonly PropertyKey[];

/** A YAML text as plain data, which still knows where everything stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a value, or the key of a field, stands; what does not exist stands where its parent does. */
  positionOf(path: YamlPath, part: 'key' | 'value'): TextPosition;
}

/** Values that aliases may repeat in all, so that a few lines cannot grow to gigabytes. */
const maxRepeatedValues = 100_000;

/**
 * Reads a text as one YAML 1.2 document. All its syntax errors are told, in order; of a text that is no scenario at all only the
 * first. What is JSON is read as that, which takes a fraction of the time; then the places are looked for when one is asked for.
 */
export function readSource(text: string): Result<YamlSource, readonly TextProblem[]> {
  const unreadable = unreadablePart(text);
  if (unreadable !== null) return failure([unreadable]);
  const json = jsonIn(text);
  if (json === undefined) return readYaml(text);
  let places: YamlSource | null = null;
  const positionOf = (path: YamlPath, part: 'key' | 'value'): TextPosition => {
    if (places === null) {
      const read = readYaml(text);
      places = read.ok ? read.value : { value: json.value, positionOf: () => ({ line: 1, column: 1 }) };
    }
    return places.positionOf(path, part);
  };
  return success({ value: json.value, positionOf });
}

/** How the key of the schema looks in a file that is meant to be a scenario. */
const schemaKey = /^[ \t{]*["']?schema["']?[ \t]*:/m;

function readYaml(text: string): Result<YamlSource, readonly TextProblem[]> {
  const lines = new LineCounter();
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset);
    return { line, column: Math.max(col, 1) };
  };
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false });
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const told = schemaKey.test(text) ? errors : errors.slice(0, 1);
    return failure(told.map((error) => ({ ...positionAt(error.pos[0]), ...wordsFor(error) })));
  }
  const reader = valueReader();
  const value = reader.valueOf(document.contents);
  if (reader.problem !== null) {
    const { at, expected, found } = reader.problem;
    return failure([{ ...positionAt(at), expected, found }]);
  }
  const positionOf = (path: YamlPath, part: 'key' | 'value'): TextPosition =>
    positionAt(offsetOf(document.contents, path, part, reader.targetOf));
  return success({ value, positionOf });
}

function wordsFor({ code, message }: YAMLError): { readonly expected: string; readonly found: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { expected: 'each field once', found: 'a field that stands above already' };
    case 'TAB_AS_INDENT':
      return { expected: 'spaces for indentation', found: 'a tab' };
    case 'MULTIPLE_DOCS':
      return { expected: 'one YAML document', found: 'a second one' };
    case 'TAG_RESOLVE_FAILED':
      return { expected: 'plain YAML values', found: message.replace('Unresolved tag:', 'the tag') };
    default:
      return { expected: 'valid YAML', found: `an error: ${excerptOf(message)}` };
  }
}

/** Messages of the parser quote all that it did not understand, be it half of the file. */
const longestMessage = 120;

function excerptOf(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage - 1)}\u2026`;
}

interface ReadingProblem {
  readonly at: number;
  readonly expected: string;
  readonly found: string;
}

/** Turns nodes into plain data, following aliases as far as is sane. */
function valueReader() {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const open = new Set<Node>();
  /** Where the outermost alias stands that is being followed; null outside of one. */
  let repeating: number | null = null;
  let repeated = 0;
  let problem: ReadingProblem | null = null;

  const followed = (alias: Alias): unknown => {
    const at = alias.range?.[0] ?? 0;
    const target = targets.get(alias) ?? anchors.get(alias.source);
    if (target === undefined) problem ??= { at, expected: 'an anchor defined above', found: `*${alias.source}` };
    else if (open.has(target))
      problem ??= { at, expected: 'values without themselves inside', found: `*${alias.source}` };
    if (target === undefined || problem !== null) return null;
    targets.set(alias, target);
    const outside = repeating;
    repeating ??= at;
    const value = valueOf(target);
    repeating = outside;
    return value;
  };

  /** Texts reach digests and other programs, which take no half characters. */
  const scalarOf = (node: Scalar): unknown => {
    const { value } = node;
    if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
      problem ??= { at: node.range?.[0] ?? 0, expected: 'whole Unicode characters', found: 'half of a surrogate pair' };
    return value;
  };

  const valueOf = (node: unknown): unknown => {
    if (problem !== null) return null;
    if (isAlias(node)) return followed(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (repeating !== null && ++repeated > maxRepeatedValues) {
      problem = { at: repeating, expected: `aliases that repeat at most ${maxRepeatedValues} values`, found: 'more' };
    }
    if (isScalar(node)) return scalarOf(node);
    open.add(node);
    const value = isSeq(node)
      ? node.items.map(valueOf)
      : Object.fromEntries(node.items.map((pair: Pair) => [keyOf(pair), valueOf(pair.value)]));
    open.delete(node);
    return value;
  };

  return {
    valueOf,
    targetOf: (alias: Alias): Node | undefined => targets.get(alias),
    get problem(): ReadingProblem | null {
      return problem;
    },
  };
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function startOf(node: unknown): number | null {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? null) : null;
}

function offsetOf(
  root: unknown,
  path: YamlPath,
  part: 'key' | 'value',
  targetOf: (alias: Alias) => Node | undefined,
): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const [depth, step] of path.entries()) {
    const parent = isAlias(node) ? targetOf(node) : node;
    const pair = isMap(parent) ? parent.items.find((item) => keyOf(item) === step) : undefined;
    const child = isSeq(parent) && typeof step === 'number' ? parent.items[step] : pair?.value;
    if (pair === undefined && child === undefined) return offset;
    const named = pair !== undefined && part === 'key' && depth === path.length - 1;
    offset = (named ? null : startOf(child)) ?? startOf(pair?.key) ?? offset;
    node = child;
  }
  return offset;
}
