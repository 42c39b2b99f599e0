import { createHash, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { answerRequest } from './answer-request';
import type { PracticeCluster } from './practice-cluster';
import type { PracticeMemory } from './practice-memory';
import type { PracticeRecord } from './practice-object';
import { readRequest } from './practice-request';

/** A request longer than this is no request: a megabyte. */
const longestRequest = 1024 * 1024;
/** Milliseconds in which a client that connected has to ask. */
const patience = 30_000;

interface ConnectionOptions {
  readonly cluster: PracticeCluster;
  readonly memory: PracticeMemory;
  readonly token: string;
}

/** Compares without telling by its duration how much was right. */
function isToken(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/**
 * Answers the one request that a client may send on a connection, then closes it. Whoever does not know the token, sends
 * what is no request, or nothing in time, is disconnected without a word. A client that goes away ends its wait.
 */
export function servePracticeClient(socket: Socket, { cluster, memory, token }: ConnectionOptions): void {
  const gone = new AbortController();
  const decoder = new StringDecoder('utf8');
  let text = '';
  let size = 0;

  const tell = (record: PracticeRecord): void => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(record)}\n`);
  };

  const answer = async (line: string): Promise<void> => {
    const read = readRequest(line);
    if (read === null || !isToken(read.token, token)) {
      socket.destroy();
      return;
    }
    await answerRequest(read.request, { cluster, memory, signal: gone.signal, tell });
    socket.end();
  };

  const receive = (data: Buffer): void => {
    size += data.length;
    if (size > longestRequest) {
      socket.destroy();
      return;
    }
    text += decoder.write(data);
    const end = text.indexOf('\n');
    if (end < 0) return;
    socket.off('data', receive);
    // What comes after the request is not read, but the end of the connection is noticed.
    socket.resume();
    socket.setTimeout(0);
    void answer(text.slice(0, end));
  };

  socket.setTimeout(patience, () => socket.destroy());
  socket.on('data', receive);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => gone.abort());
}
