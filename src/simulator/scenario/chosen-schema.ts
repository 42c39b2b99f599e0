import { z } from 'zod';
import { issueWords } from './issue-words';
import { suggestionFor } from '#shared/suggestion';

/** A mapping whose fields are not known yet. */
export type Mapping = Readonly<Record<string, unknown>>;

/** What kind of mapping it is: how to read it, or what was expected instead and where. */
export type Choice<Output> =
  | { readonly read: z.ZodType<Output> }
  /** The field `at` should hold something else, one of `values` where there is a list of them. */
  | { readonly expected: string; readonly at: string; readonly values: readonly string[] | null }
  /** One of the fields `kinds` is missing, which would say what it is. */
  | { readonly expected: string; readonly kinds: readonly string[] };

/** A mapping whose fields depend on what it holds. */
export function chosen<Output>(choose: (mapping: Mapping) => Choice<Output>) {
  return z
    .record(z.string(), z.unknown(), { error: 'a mapping (name: value)' })
    .transform((mapping, context): Output => {
      const choice = choose(mapping);
      if ('read' in choice) {
        const result = choice.read.safeParse(mapping, { error: issueWords });
        if (result.success) return result.data;
        passOn(result.error.issues, context);
      } else passOn([issueOf(choice, mapping)], context);
      return z.NEVER;
    });
}

/** Makes the issues of a part those of the whole. */
export function passOn(issues: readonly unknown[], context: z.RefinementCtx): void {
  context.issues.push(...(issues as z.core.$ZodRawIssue[]));
}

function issueOf(choice: Exclude<Choice<never>, { readonly read: unknown }>, mapping: Mapping) {
  if ('at' in choice) {
    const { expected: message, at, values } = choice;
    if (values === null) return { code: 'custom', message, path: [at] } as const;
    return { code: 'invalid_value', values: [...values], message, path: [at] } as const;
  }
  const misspelt = Object.keys(mapping).find((key) => suggestionFor(key, choice.kinds) !== null);
  if (misspelt === undefined) return { code: 'custom', message: choice.expected, path: [] } as const;
  return { code: 'unrecognized_keys', keys: [misspelt], message: choice.kinds.join(', '), path: [] } as const;
}
