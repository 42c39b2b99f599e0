import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Asker, HostKeyQuestion, SecretQuestion } from '#backend/powershell/transport/asker';
import { printable } from './printable';

/** Asks whoever sits at the terminal; null where there is none. What is typed in secret is not shown. */
export function terminalAsker(): Asker | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  return {
    secret: (question, signal) => ask(wordsOf(question), true, signal),
    hostKey: async ({ host, keyType, fingerprint }: HostKeyQuestion, signal) => {
      const words = `${host} is not known. Its ${keyType} key is ${fingerprint}. Is that the right one (yes/no)? `;
      return (await ask(words, false, signal))?.trim().toLowerCase() === 'yes';
    },
  };
}

function wordsOf(question: SecretQuestion): string {
  const again = question.wrongBefore ? 'That was wrong. ' : '';
  if (question.kind === 'passphrase') return `${again}Passphrase of ${question.file}: `;
  const whose = question.account === null ? '' : ` of ${question.account}`;
  return `${again}Password${whose} on ${question.host}: `;
}

/** One line of the terminal; null when it is cancelled with Ctrl+C or Ctrl+D. */
function ask(words: string, secret: boolean, signal: AbortSignal): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: secret ? silent : process.stderr, terminal: true });
  // Not before the terminal has stopped to show what is typed.
  process.stderr.write(printable(words));
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
