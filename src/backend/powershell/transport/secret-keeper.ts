import type { Asker, SecretQuestion } from './asker';

/** What has to be said to sign in. */
export type WantedSecret =
  | { readonly kind: 'password'; readonly account: string | null }
  | { readonly kind: 'passphrase'; readonly file: string };

/** The secrets that one process was given. */
export interface ProcessSecrets {
  /** Null: nobody gives it. */
  give(wanted: WantedSecret): Promise<string | null>;
  /** They were right. */
  proven(): void;
  /** The process was refused. `final`: nothing is asked any more until somebody connects again. */
  refused(final: boolean): void;
}

/**
 * Keeps what was typed once for all processes of a connection, and for all nodes of its cluster, until the connection is
 * closed. What was refused is dropped at once and never used again.
 */
export interface SecretKeeper {
  process(host: string): ProcessSecrets;
  /** Whether somebody said no, or gave wrong answers until it was enough: nothing is asked then until `askAgain`. */
  readonly givenUp: 'cancelled' | 'refused' | null;
  askAgain(): void;
  forget(): void;
}

interface Kept {
  readonly secret: string;
  /** Hosts that took it. */
  readonly provenOn: Set<string>;
}

/** `oneAtATime` puts a question after the ones before it. */
export function createSecretKeeper(
  asker: Asker,
  oneAtATime: <T>(ask: () => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): SecretKeeper {
  const kept = new Map<string, Kept>();
  const wrong = new Set<string>();
  let givenUp: 'cancelled' | 'refused' | null = null;

  const drop = (subject: string): void => {
    kept.delete(subject);
    wrong.add(subject);
  };

  const ask = async (subject: string, question: SecretQuestion): Promise<string | null> => {
    const known = kept.get(subject);
    // Another process asked meanwhile.
    if (known !== undefined) return known.secret;
    if (givenUp !== null || signal.aborted) return null;
    const secret = await asker.secret(question, signal);
    if (secret === null) {
      givenUp = 'cancelled';
      return null;
    }
    kept.set(subject, { secret, provenOn: new Set() });
    return secret;
  };

  const processOf = (host: string): ProcessSecrets => {
    const given = new Map<string, string>();
    return {
      give: async (wanted) => {
        const subject = subjectOf(wanted);
        const before = given.get(subject);
        const known = kept.get(subject);
        if (known !== undefined && known.secret === before) {
          // Other nodes take it, only this one does not: that is no reason to ask for another one.
          if (known.provenOn.size > 0 && !known.provenOn.has(host)) return null;
          drop(subject);
        }
        const secret = await oneAtATime(() => ask(subject, { ...wanted, host, wrongBefore: wrong.has(subject) }));
        if (secret !== null) given.set(subject, secret);
        return secret;
      },
      proven: () => {
        for (const [subject, secret] of given) {
          const known = kept.get(subject);
          if (known?.secret === secret) known.provenOn.add(host);
          wrong.delete(subject);
        }
      },
      refused: (final) => {
        for (const [subject, secret] of given) {
          const known = kept.get(subject);
          if (known?.secret !== secret || (known.provenOn.size > 0 && !known.provenOn.has(host))) continue;
          drop(subject);
          if (final) givenUp ??= 'refused';
        }
      },
    };
  };

  return {
    process: processOf,
    get givenUp() {
      return givenUp;
    },
    askAgain: () => {
      givenUp = null;
    },
    forget: () => kept.clear(),
  };
}

function subjectOf(wanted: WantedSecret): string {
  return wanted.kind === 'password' ? `password ${wanted.account ?? ''}` : `passphrase ${wanted.file}`;
}
