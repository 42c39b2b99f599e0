import type { JsonValue } from '#shared/model/operation';
import type { Expectation, ExpectedFact } from '#simulator/scenario/scenario-story';
import type { ReportedExpectation, RunReport } from '#simulator/run/run-report';

function valueInWords(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function propertiesInWords(properties: { readonly [property: string]: JsonValue }): string {
  const words = Object.entries(properties).map(([property, value]) => `${property} ${valueInWords(value)}`);
  return words.length === 0 ? 'that it exists' : words.join(', ');
}

function expectedInWords(fact: ExpectedFact): string {
  switch (fact.kind) {
    case 'object':
      return propertiesInWords(fact.properties);
    case 'operation': {
      const limits = [
        ...(fact.downtimeBelow === null ? [] : [`downtime below ${fact.downtimeBelow} ms`]),
        ...(fact.totalBelow === null ? [] : [`total below ${fact.totalBelow} ms`]),
      ];
      const given = Object.keys(fact.properties).length === 0 ? [] : [propertiesInWords(fact.properties)];
      return [...given, ...limits].join(', ') || 'that it was started';
    }
    case 'event':
      return fact.count === null ? 'at least one' : `exactly ${fact.count}`;
  }
}

function subjectInWords(fact: ExpectedFact): string {
  switch (fact.kind) {
    case 'object':
      return fact.object === 'cluster' ? 'the cluster' : `${fact.object} ${fact.name.join(' on ')}`;
    case 'operation':
      return `operation ${fact.label}`;
    case 'event': {
      const more = [
        ...(fact.level === null ? [] : [`level ${fact.level}`]),
        ...(fact.node === null ? [] : [`logged by ${fact.node}`]),
        ...(fact.subject === null ? [] : [`about ${fact.subject}`]),
      ];
      return [`event ${fact.id}`, ...more].join(' ');
    }
  }
}

/** What stood in the way of an operation, when that was expected of it. */
function errorInWords(fact: ExpectedFact, { operations }: RunReport): string {
  if (fact.kind !== 'operation' || 'error' in fact.properties) return '';
  const error = operations.find(({ label }) => label?.toLowerCase() === fact.label.toLowerCase())?.error ?? null;
  return error === null ? '' : ` (${error.code ?? error.kind}: ${error.message})`;
}

/** One line: what an expectation of a file wanted, and what was found in the run instead. */
export function unmetInWords(
  file: string,
  expectation: Expectation,
  found: ReportedExpectation,
  run: RunReport,
): string {
  const { fact, negated, line, column, at } = expectation;
  const time = at === 'end' ? run.endedAt : at;
  const place = `${file}:${line}:${column}: expectation ${found.index}, ${subjectInWords(fact)} at ${time} ms`;
  const expected = `expected ${negated ? 'not ' : ''}${expectedInWords(fact)}`;
  const actual = `${propertiesInWords(found.actual)}${errorInWords(fact, run)}`;
  return `${place}: ${expected}; found ${time > run.endedAt ? `the end of the run at ${run.endedAt} ms` : actual}`;
}
