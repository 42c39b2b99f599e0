import type { Asker, HostKeyQuestion, SecretQuestion } from '#backend/powershell/transport/asker';

/** Somebody who trusts every host, or not, and types these secrets one after the other; null: who cancels. */
export interface Person extends Asker {
  readonly asked: readonly (SecretQuestion | HostKeyQuestion)[];
  /** The hosts of each question about keys. */
  readonly lists: readonly (readonly string[])[];
}

/** Makes somebody. */
export function person(secrets: readonly (string | null)[] = [], trusts = true): Person {
  const asked: (SecretQuestion | HostKeyQuestion)[] = [];
  const lists: (readonly string[])[] = [];
  const left = [...secrets];
  return {
    asked,
    lists,
    secret: (question) => {
      asked.push(question);
      return Promise.resolve(left.shift() ?? null);
    },
    hostKeys: (questions) => {
      asked.push(...questions);
      lists.push(questions.map(({ host }) => host));
      return Promise.resolve(trusts ? questions.map(({ host }) => host) : []);
    },
  };
}
