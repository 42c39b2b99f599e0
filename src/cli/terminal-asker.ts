import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Asker, HostKeyQuestion, SecretQuestion } from '#backend/powershell/transport/asker';
import { printable } from './printable';

/** Asks whoever sits at the terminal; null where there is none. What is typed in secret is not shown. */
export function terminalAsker(): Asker | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return {
    secret: (question, signal) => ask([wordsOf(question)], true, signal),
    hostKeys: async (questions, signal) => {
      const answer = await ask(wordsOfKeys(questions), false, signal);
      return answer?.trim().toLowerCase() === 'yes' ? questions.map(({ host }) => host) : [];
    },
  };
}

function wordsOfKeys(questions: readonly HostKeyQuestion[]): readonly string[] {
  const keys = questions.map(
    ({ host, keyType, fingerprint }) => `${host} is not known. Its ${keyType} key is ${fingerprint}.`,
  );
  const question = keys.length === 1 ? 'Is that the right one' : 'Are these all the right ones';
  return [...keys, `${question} (yes/no)? `];
}

function wordsOf(question: SecretQuestion): string {
  const again = question.wrongBefore ? 'That was wrong. ' : '';
  if (question.kind === 'passphrase') return `${again}Passphrase of ${question.file}: `;
  const whose = question.account === null ? '' : ` of ${question.account}`;
  return `${again}Password${whose} on ${question.host}: `;
}

/** The answer to lines of words, one line of the terminal; null when it is cancelled with Ctrl+C or Ctrl+D. */
function ask(words: readonly string[], secret: boolean, signal: AbortSignal): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: secret ? silent : process.stderr, terminal: true });
  // Not before the terminal has stopped to show what is typed.
  process.stderr.write(words.map(printable).join('\n'));
  return new Promise((resolve) => {
    const end = (answer: string | null): void => {
      signal.removeEventListener('abort', cancel);
      lines.off('close', cancel);
      lines.close();
      if (secret) process.stderr.write('\n');
      resolve(answer);
    };
    const cancel = (): void => end(null);
    signal.addEventListener('abort', cancel, { once: true });
    lines.once('line', end);
    lines.once('SIGINT', cancel);
    lines.once('close', cancel);
  });
}
