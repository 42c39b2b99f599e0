import { assertNever } from '../model/assert-never';
import type { CmdletCall, ScriptStep, ScriptValue } from './script-step';

/** A script as an administrator would type it, one step a line. To be read and copied; nothing runs this text. */
export function scriptText(steps: readonly ScriptStep[]): string {
  return steps.map(stepText).join('\n');
}

function stepText(step: ScriptStep): string {
  switch (step.kind) {
    case 'pipeline':
      return step.calls.map(callText).join(' | ');
    case 'setProperty':
      return `(${callText(step.object)}).${step.property} = ${valueText(step.value)}`;
    default:
      return assertNever(step);
  }
}

function callText({ cmdlet, parameters }: CmdletCall): string {
  return [cmdlet, ...Object.entries(parameters).map(([name, value]) => parameterText(name, value))].join(' ');
}

function parameterText(name: string, value: ScriptValue): string {
  if (value === true) return `-${name}`;
  if (value === false) return `-${name}:$false`;
  return `-${name} ${valueText(value)}`;
}

function valueText(value: ScriptValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  return value.length === 0 ? '@()' : value.map((item) => valueText(item)).join(', ');
}

/** Words that need no quotes and cannot be taken for a number, a parameter or an operator. */
const bareWord = /^[A-Za-z][A-Za-z0-9]*$/;

/** PowerShell takes each of these for a single quote. */
const quotes = /['\u2018\u2019\u201A\u201B]/g;

function quoted(text: string): string {
  return bareWord.test(text) ? text : `'${text.replace(quotes, '$&$&')}'`;
}
