/** Which secret is wanted. `wrongBefore`: the one that was given last was refused; never answer with that one again. */
export type SecretQuestion = {
  /** The computer that somebody signs in to. */
  readonly host: string;
  readonly wrongBefore: boolean;
} & (
  | {
      readonly kind: 'password';
      /** Whose password; null: nobody said. */
      readonly account: string | null;
    }
  | {
      readonly kind: 'passphrase';
      /** The file of the private key. */
      readonly file: string;
    }
);

/** A computer whose key was never seen. One whose key has changed is no question but an error. */
export interface HostKeyQuestion {
  readonly host: string;
  /** For example ED25519. */
  readonly keyType: string;
  /** `SHA256:` and base64. */
  readonly fingerprint: string;
}

/**
 * Who answers when a transport cannot go on by itself. A transport asks one question at a time. The signal is aborted when
 * the answer is not wanted any more: the connection was closed, or connecting was given up.
 */
export interface Asker {
  /** The secret; null: nobody wants to give it, and nothing is tried any more until somebody connects again. */
  secret(question: SecretQuestion, signal: AbortSignal): Promise<string | null>;
  /** The hosts of those whose key is the right one: it is remembered then. One question about all of them. */
  hostKeys(questions: readonly HostKeyQuestion[], signal: AbortSignal): Promise<readonly string[]>;
}
