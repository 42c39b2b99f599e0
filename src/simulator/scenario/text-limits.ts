import type { TextPosition } from './scenario-problem';

/** Why a text cannot be read at all, at its place. */
export interface TextProblem extends TextPosition {
  readonly expected: string;
  readonly found: string;
}

/** The longest scenario file in characters: ten times what 64 nodes and 8,000 machines need. */
export const maxTextLength = 16 * 2 ** 20;

const maxDepth = 100;

/** Everything that a text file does not hold: control characters beside tab and line ends, and what was no UTF-8. */

const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]/;

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where brackets or indentation nest so deeply that a reader would run out of stack; -1 where nothing does. */
function tooDeep(text: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > maxDepth) return index;
  }
  const prefix = new RegExp(
    String.raw`^(?:[ \t]*[-?:][ \t]){${maxDepth}}|^[ \t]{${maxDepth * 4}}(?=[^ \t\r\n])`,
    'm',
  ).exec(text);
  return prefix?.index ?? -1;
}

/** The first reason why a text cannot be a scenario file whatever it says; null when there is none. */
export function unreadablePart(text: string): TextProblem | null {
  if (text.length > maxTextLength)
    return {
      line: 1,
      column: 1,
      expected: `a file of at most ${maxTextLength} characters`,
      found: `${text.length} characters`,
    };
  const odd = binary.exec(text);
  if (odd !== null) {
    const code = odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { ...positionAt(text, odd.index), expected: 'a text file in UTF-8', found: `the character U+${code}` };
  }
  const deep = tooDeep(text);
  if (deep < 0) return null;
  return { ...positionAt(text, deep), expected: `at most ${maxDepth} levels of nesting`, found: 'more' };
}
