import type { Asker, HostKeyQuestion, SecretQuestion } from '#backend/powershell/transport/asker';

/** Somebody who trusts every host, or not, and types these secrets one after the other; null: who cancels. */
export interface Person extends Asker {
  readonly asked: readonly (SecretQuestion | HostKeyQuestion)[];
}

/** Makes somebody. */
export function person(secrets: readonly (string | null)[] = [], trusts = true): Person {
  const asked: (SecretQuestion | HostKeyQuestion)[] = [];
  const left = [...secrets];
  return {
    asked,
    secret: (question) => {
      asked.push(question);
      return Promise.resolve(left.shift() ?? null);
    },
    hostKey: (question) => {
      asked.push(question);
      return Promise.resolve(trusts);
    },
  };
}
