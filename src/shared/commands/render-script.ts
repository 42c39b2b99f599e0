import { assertNever } from '../model/assert-never';
import { withExactNames } from './exact-names';
import { onCluster } from './on-cluster';
import type { CmdletCall, ScriptStep, ScriptValue } from './script-step';

/**
 * The PowerShell of a script as text, one step a line, for people to read and copy; Regroup itself never runs it. Names
 * of cmdlets, parameters and properties come from the catalogue; every value is a literal that nothing can break out of,
 * and no name is a pattern. `cluster`: the one it is to act on, from whatever computer it is run on; undefined or empty: the
 * one that the PowerShell is on.
 */
export function renderScript(steps: readonly ScriptStep[], cluster?: string): string {
  return (cluster ? onCluster(steps, cluster) : steps).map(renderStep).join('\n');
}

function renderStep(step: ScriptStep): string {
  switch (step.kind) {
    case 'pipeline':
      return renderCalls(step.calls);
    case 'setProperty':
      return `(${renderCalls([step.object])}).${step.property} = ${renderValue(step.value)}`;
    default:
      return assertNever(step);
  }
}

function renderCalls([first, ...more]: readonly CmdletCall[]): string {
  const calls = first === undefined ? [] : withExactNames(first);
  return [...calls, ...more].map(renderCall).join(' | ');
}

function renderCall({ cmdlet, parameters }: CmdletCall): string {
  return [cmdlet, ...Object.entries(parameters).map(([name, value]) => renderParameter(name, value))].join(' ');
}

function renderParameter(name: string, value: ScriptValue): string {
  if (value === true) return `-${name}`;
  return value === false ? `-${name}:$false` : `-${name} ${renderValue(value)}`;
}

function renderValue(value: ScriptValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  const items = value.map((item) => renderValue(item));
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : `@(${items.join(', ')})`;
}

/** PowerShell takes each of these for a single quote: ' and U+2018 to U+201B. */
const quotes = /['\u2018-\u201b]/g;

/** What would break the line, or show another text than it is: control and format characters, line separators, halves of pairs. */
const unseen = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])/u;

/**
 * A text as PowerShell: in single quotes, with every kind of single quote doubled. Characters that cannot be seen stand
 * as `[char]0x000A` between the quoted parts, which Windows PowerShell 5.1 understands too.
 */
export function stringLiteral(text: string): string {
  const parts = text.split(new RegExp(unseen, 'u'));
  if (parts.length === 1) return quoted(text);
  const pieces = parts.flatMap((part, index) => {
    if (index % 2 === 1) return codeUnits(part);
    return part === '' && index > 0 ? [] : [quoted(part)];
  });
  return `(${pieces.join(' + ')})`;
}

function quoted(text: string): string {
  return `'${text.replace(quotes, '$&$&')}'`;
}

function codeUnits(text: string): readonly string[] {
  return Array.from(
    { length: text.length },
    (_, index) => `[char]0x${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
