/** How the wizard's work ended for one machine. */
export interface ConfiguredMachine {
  readonly name: string;
  readonly outcome: 'succeeded' | 'failed' | 'cancelled' | 'unknown' | 'running';
  /** What happened, a sentence. */
  readonly text: string;
  /** What to do about it; null where nothing is needed. */
  readonly advice: string | null;
  /** Whether its role is offline and so needs to be started. */
  readonly needsStart: boolean;
}

/** What the report says. */
export interface RoleReport {
  readonly cluster: string;
  /** When the wizard ended, in words. */
  readonly time: string;
  readonly machines: readonly ConfiguredMachine[];
  /** The PowerShell that does the same. */
  readonly script: string;
}

/** Name of the wizard, and heading of its report. */
export const wizardTitle = 'Configure a Service or Application';

const outcomeWords = {
  succeeded: 'Success',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Not known',
  running: 'Under way',
} as const;

/** The word for an outcome. */
export function outcomeWord({ outcome }: ConfiguredMachine): string {
  return outcomeWords[outcome];
}

/** The outcome of all of them, and what comes next. */
export function outcomeSentence(machines: readonly ConfiguredMachine[]): string {
  const noun = (count: number): string => (count === 1 ? 'virtual machine' : 'virtual machines');
  const done = machines.filter(({ outcome }) => outcome === 'succeeded');
  if (machines.some(({ outcome }) => outcome === 'running')) return 'Still working.';
  if (done.length === 0) return `High availability was not configured for the ${noun(machines.length)}.`;
  const start = startSentence(done);
  return done.length === machines.length
    ? `High availability was configured for ${done.length} ${noun(done.length)}.${start}`
    : `High availability was configured for ${done.length} of ${machines.length} ${noun(machines.length)}.${start}`;
}

function startSentence(done: readonly ConfiguredMachine[]): string {
  const waiting = done.filter(({ needsStart }) => needsStart).map(({ name }) => name);
  const [only] = waiting;
  if (only === undefined) return '';
  if (waiting.length === 1) return ` ${only} is Offline and needs to be started.`;
  return ` ${waiting.join(', ')} are Offline and need to be started.`;
}
