import { randomBytes } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { newPrivatePipe } from '../../../private-pipe';

/** Answers the question of one process of ssh, as ssh words it; null: there is no answer. */
export type AnswerQuestion = (question: string) => Promise<string | null>;

/** The questions of a process of ssh. */
export interface Questions {
  /** What the process has to have in its environment. */
  readonly environment: { readonly [name: string]: string };
  /** The process has ended: nobody may ask with its token any more. */
  end(): void;
}

/** Takes the questions that ssh puts to its askpass program, and nothing from anybody else. */
export interface AskpassServer {
  expect(answer: AnswerQuestion): Questions;
  close(): void;
}

const messageSchema = z.strictObject({ token: z.string(), question: z.string().max(10_000) });

/** Opens a pipe for the askpass program in `folder`. */
export async function startAskpassServer(folder: string): Promise<AskpassServer> {
  const waiting = new Map<string, AnswerQuestion>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A process of ssh that ends takes its askpass program along.
    const drop = (): void => void socket.destroy();
    socket.on('error', drop);
    socket.once('close', () => sockets.delete(socket));
    const lines = createInterface({ input: socket });
    lines.on('error', drop);
    lines.once('line', (line) => void answerTo(line, waiting, socket));
  });
  const place = newPrivatePipe('askpass');
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.pipe, resolve);
    });
  } catch (error) {
    place.remove();
    throw error;
  }
  server.unref();
  const launcher = join(folder, process.platform === 'win32' ? 'askpass.cmd' : 'askpass.sh');
  return {
    expect: (answer) => {
      const token = randomBytes(32).toString('hex');
      waiting.set(token, answer);
      return {
        environment: {
          SSH_ASKPASS: launcher,
          SSH_ASKPASS_REQUIRE: 'force',
          // Before 8.4 ssh asks in this way only where it believes that there is a screen.
          DISPLAY: process.env['DISPLAY'] ?? ':0',
          REGROUP_ASKPASS_RUNTIME: process.execPath,
          REGROUP_ASKPASS_PIPE: place.pipe,
          REGROUP_ASKPASS_TOKEN: token,
        },
        end: () => void waiting.delete(token),
      };
    },
    close: () => {
      waiting.clear();
      server.close();
      sockets.forEach((socket) => socket.destroy());
      place.remove();
    },
  };
}

async function answerTo(line: string, waiting: ReadonlyMap<string, AnswerQuestion>, socket: Socket): Promise<void> {
  const message = messageSchema.safeParse(parsed(line));
  const answer = message.success ? waiting.get(message.data.token) : undefined;
  if (!message.success || answer === undefined) {
    socket.destroy();
    return;
  }
  const secret = await answer(message.data.question);
  socket.end(`${JSON.stringify({ secret })}\n`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
