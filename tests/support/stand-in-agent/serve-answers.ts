import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { JsonValue } from '#shared/model/operation';

/** A request as the stand-in got it. */
export interface AskedRequest {
  readonly op: string;
  readonly args: { readonly [name: string]: JsonValue };
}

/**
 * The frames of an answer without the id: kind and payload. The last one is `done` or `fail`, or names one of
 * misbehaviours.mjs, which goes on from there.
 */
export type AnswerFrames = readonly (readonly [
  kind: 'rows' | 'note' | 'done' | 'fail' | 'misbehave',
  payload: JsonValue,
])[];

/** Answers for stand-in agents. */
export interface AnswerServer {
  /** What `StandInOptions.answers` takes. */
  readonly pipe: string;
  readonly close: () => Promise<void>;
}

/** Lets stand-in agents ask a test, or a simulated cluster in it, what they answer to `read`, `run` and `file`. */
export async function serveAnswers(
  answer: (request: AskedRequest) => AnswerFrames | Promise<AnswerFrames>,
): Promise<AnswerServer> {
  const name = `regroup-${randomUUID()}`;
  const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A stand-in that is killed takes its end of the pipe with it.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    const lines = createInterface({ input: socket });
    // It passes errors of the socket on.
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      const { id, ...request } = JSON.parse(line) as AskedRequest & { readonly id: number };
      void Promise.resolve(answer(request)).then((frames) => socket.write(`${JSON.stringify({ id, frames })}\n`));
    });
  });
  await new Promise<void>((resolve) => server.listen(pipe, resolve));
  return {
    pipe,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
