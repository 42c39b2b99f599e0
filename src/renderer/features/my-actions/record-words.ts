import type { AuditedCluster, AuditOutcome, AuditRecord } from '#shared/contract/audit';
import type { StatusWords } from '../../lib/tone';

const outcomeWords = {
  running: { tone: 'progress', text: 'Running' },
  elsewhere: { tone: 'progress', text: 'Running elsewhere' },
  succeeded: { tone: 'ok', text: 'Completed' },
  failed: { tone: 'error', text: 'Failed' },
  refused: { tone: 'error', text: 'Refused' },
  cancelled: { tone: 'cancelled', text: 'Cancelled' },
  unknown: { tone: 'unknown', text: 'Outcome unknown' },
} as const satisfies Record<AuditOutcome, StatusWords>;

/** How a command ended, in a word. */
export function outcomeStatus(outcome: AuditOutcome): StatusWords {
  return outcomeWords[outcome];
}

/** What was asked for; a command that does not exist as it was named. */
export function titleOf({ title, command }: AuditRecord): string {
  return title ?? command;
}

/** Why it ended as it did and what to do; empty where it went well. */
export function explanationOf({ outcome, error }: AuditRecord): string {
  if (error !== null) return error.advice === null ? error.message : `${error.message} ${error.advice}`;
  if (outcome === 'elsewhere')
    return 'Another program of this computer carries it out, as the command line does. How it ends stands here then.';
  return outcome === 'unknown'
    ? 'Regroup or the connection ended before the command did. Look at the object and its events to see how it stands.'
    : '';
}

/** What connections are called now, by their ids. */
export type NowCalled = ReadonlyMap<string, { readonly title: string }>;

/** The cluster as the window calls it now, or as it was called, with its own name; marked when it is simulated. */
export function clusterWords({ connection, name, cluster, training }: AuditedCluster, now: NowCalled): string {
  if (training) return `${cluster ?? connection} (training)`;
  const called = now.get(connection)?.title ?? name ?? cluster ?? connection;
  return cluster === null || called.toLowerCase().includes(cluster.toLowerCase()) ? called : `${called} (${cluster})`;
}

/** Who did it: the account, and the one that the cluster saw when that is another. */
export function actorOf({ user, computer, account }: AuditRecord): string {
  const here = `${user} on ${computer}`;
  return account === null ? here : `${account} (${here})`;
}

/** A parameter as it was given. */
export function valueInWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
