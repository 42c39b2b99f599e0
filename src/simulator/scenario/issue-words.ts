import type { z } from 'zod';

/** What an issue without words of its own expected, as the end of "expected …". */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  return undefined;
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'a mapping (name: value)',
  record: 'a mapping (name: value)',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};
