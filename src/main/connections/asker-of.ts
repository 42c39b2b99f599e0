import type { Asker, SecretQuestion } from '#backend/powershell/transport/asker';
import type { Prompts } from './prompts';
import type { SecretKey, SecretStore } from './secret-store';

interface AskerOptions {
  /** Id of the connection; null: the test of one that is not saved. */
  readonly connection: string | null;
  readonly prompts: Prompts;
  readonly secrets: SecretStore;
  /** Whether a connection is still in the list. */
  readonly isKept: (connection: string) => boolean;
}

/** Answers the questions of one connection: from what is kept, else by asking whoever sits at the window. */
export function askerOf({ connection, prompts, secrets, isKept }: AskerOptions): Asker {
  return {
    secret: async (question, signal) => {
      const key = connection === null ? null : keyOf(connection, question);
      // One that was refused is never given twice: accounts are locked for less.
      if (key !== null && question.wrongBefore) secrets.remove(key);
      const kept = key === null ? undefined : await secrets.get(key);
      if (kept !== undefined) return kept;
      const canKeep = key !== null && (await secrets.canKeep());
      const answer = await prompts.ask({ ...question, connection, canKeep }, signal);
      if (answer.kind !== 'secret') return null;
      if (answer.keep && canKeep) {
        await secrets.put(key, answer.secret);
        if (!isKept(key.connection)) secrets.removeAll(key.connection);
      }
      return answer.secret;
    },
    hostKeys: async (keys, signal) => {
      const answer = await prompts.ask({ kind: 'hostKeys', keys, connection }, signal);
      return answer.kind === 'trust' ? answer.hosts : [];
    },
  };
}

function keyOf(connection: string, question: SecretQuestion): SecretKey {
  const { kind } = question;
  const of = kind === 'passphrase' ? question.file : `${question.account ?? ''} at ${question.host}`;
  return { connection, kind, of };
}
