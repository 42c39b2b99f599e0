import type { ObjectReference } from '#shared/model/object-reference';
import type { StatusWords } from '../../lib/tone';

/** Something that is not as it should be. */
export interface Problem {
  readonly object: ObjectReference;
  /** What kind of thing it is, in a word or two. */
  readonly kind: string;
  readonly status: StatusWords;
  /** Why, and what comes next; empty where nothing is known. */
  readonly reason: string;
}

/** Whether two problems read the same. */
export function sameProblem(a: Problem, b: Problem): boolean {
  return (
    a.object.kind === b.object.kind &&
    a.object.name === b.object.name &&
    a.status.text === b.status.text &&
    a.reason === b.reason
  );
}
