import type { ObjectKind } from '#shared/model/object-reference';
import { formatCount } from '../../lib/format/numbers';
import type { StatusWords } from '../../lib/tone';
import type { CountedProblem } from '../feature';

/** How many objects of one kind are in one bad state. */
export interface ProblemCount {
  readonly kind: ObjectKind;
  readonly tone: 'error' | 'warn';
  /** The state in a word. */
  readonly text: string;
  readonly count: number;
  /** Names of the objects, the first few. */
  readonly names: readonly string[];
}

/** Names that a count keeps. */
const nameLimit = 100;

/** Counts problems by kind and state, worst first. */
export function countProblems(problems: readonly CountedProblem[]): readonly ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const { object, status } of problems) {
    const tone = status.tone === 'error' ? 'error' : 'warn';
    const key = `${object.kind} ${status.text}`;
    const before = counts.get(key) ?? { kind: object.kind, tone, text: status.text, count: 0, names: [] };
    const names = before.count < nameLimit ? [...before.names, object.name] : before.names;
    counts.set(key, { ...before, count: before.count + 1, names });
  }
  return [...counts.values()].sort((a, b) => rank(a) - rank(b));
}

function rank({ tone }: ProblemCount): number {
  return tone === 'error' ? 0 : 1;
}

const nouns: Record<ObjectKind, string> = {
  cluster: 'cluster',
  node: 'node',
  role: 'role',
  resource: 'core resource',
  network: 'network',
  networkInterface: 'network interface',
  disk: 'disk',
  sharedVolume: 'shared volume',
  virtualMachine: 'virtual machine',
  storageServer: 'storage server',
  storageDevice: 'mirror',
};

/** `1 role failed`. */
export function countInWords({ kind, count, text }: ProblemCount): string {
  return `${formatCount(count, nouns[kind])} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Counts that a line shows before it says "more". */
const lineLimit = 3;

/** All counts in one line; null: nothing is wrong. */
export function problemSentence(counts: readonly ProblemCount[]): StatusWords | null {
  const [worst] = counts;
  if (worst === undefined) return null;
  const hidden = counts.slice(lineLimit).reduce((sum, { count }) => sum + count, 0);
  const more = hidden === 0 ? [] : [`${hidden} more`];
  return { tone: worst.tone, text: [...counts.slice(0, lineLimit).map(countInWords), ...more].join(' · ') };
}

/** Whether two lists of counts say the same. */
export function sameCounts(a: readonly ProblemCount[], b: readonly ProblemCount[]): boolean {
  return (
    a.length === b.length &&
    a.every((count, index) => {
      const other = b[index];
      return (
        countInWords(count) === (other && countInWords(other)) && count.names.join('\n') === other?.names.join('\n')
      );
    })
  );
}
