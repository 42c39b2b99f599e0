import type { ConnectionPrompt, PromptAnswer } from '#shared/contract/connections';
import { clusterError } from '#shared/model/cluster-error';
import { failure, success, type Result } from '#shared/model/result';

type WithoutId<T> = T extends unknown ? Omit<T, 'prompt'> : never;

/** What somebody is asked; the prompt gets its id when it is put in line. */
export type PromptQuestion = WithoutId<ConnectionPrompt>;

/** Questions to whoever sits at the window, one at a time. They wait, also while there is no window. */
export interface Prompts {
  /** The answer; `cancel` as soon as the signal is aborted, and when all are withdrawn. */
  ask(question: PromptQuestion, signal: AbortSignal): Promise<PromptAnswer>;
  /** The one that waits for an answer; null: none. */
  open(): ConnectionPrompt | null;
  /** Answers a prompt, once. */
  answer(id: string, answer: PromptAnswer): Result<null>;
  /** Nobody is asked any more. */
  close(): void;
}

interface PromptsOptions {
  readonly newId: () => string;
  readonly tell: (prompt: ConnectionPrompt) => void;
  readonly withdraw: (id: string) => void;
}

interface Waiting {
  readonly prompt: ConnectionPrompt;
  readonly settle: (answer: PromptAnswer) => void;
}

const cancel: PromptAnswer = { kind: 'cancel' };

/** Nothing is asked yet. */
export function createPrompts({ newId, tell, withdraw }: PromptsOptions): Prompts {
  let line: readonly Waiting[] = [];
  let closed = false;

  /** Takes one out of the line; the next one is told when it was the first. */
  const leave = (waiting: Waiting, answer: PromptAnswer): void => {
    const wasFirst = line[0] === waiting;
    line = line.filter((other) => other !== waiting);
    waiting.settle(answer);
    if (wasFirst && line[0] !== undefined) tell(line[0].prompt);
  };

  return {
    ask: (question, signal) =>
      new Promise((resolve) => {
        if (closed || signal.aborted) {
          resolve(cancel);
          return;
        }
        const giveUp = (): void => {
          if (!line.includes(waiting)) return;
          if (line[0] === waiting) withdraw(waiting.prompt.prompt);
          leave(waiting, cancel);
        };
        const waiting: Waiting = {
          prompt: { ...question, prompt: newId() },
          settle: (answer) => {
            signal.removeEventListener('abort', giveUp);
            resolve(answer);
          },
        };
        signal.addEventListener('abort', giveUp, { once: true });
        line = [...line, waiting];
        if (line.length === 1) tell(waiting.prompt);
      }),
    open: () => line[0]?.prompt ?? null,
    answer: (id, answer) => {
      const first = line[0];
      if (first?.prompt.prompt !== id) return failure(gone);
      if (!fits(first.prompt, answer)) return failure(wrongKind);
      leave(first, answer);
      return success(null);
    },
    close: () => {
      closed = true;
      const all = line;
      line = [];
      for (const { settle } of all) settle(cancel);
    },
  };
}

function fits({ kind }: ConnectionPrompt, answer: PromptAnswer): boolean {
  if (answer.kind === 'cancel') return true;
  return (answer.kind === 'trust') === (kind === 'hostKeys');
}

const gone = clusterError('notFound', 'This question was answered or withdrawn meanwhile.');
const wrongKind = clusterError('badInput', 'The answer does not fit the question.');
