import { randomBytes } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import type { ClusterBackend } from '../cluster-backend';
import { newPrivatePipe } from '../private-pipe';
import { followCluster } from './practice-cluster';
import { servePracticeClient } from './practice-connection';
import { practiceMemory } from './practice-memory';

/** A pipe that is open for the practice modules. */
export interface PracticeServer {
  /** `\\.\pipe\…` on Windows, the path of a socket elsewhere. */
  readonly pipe: string;
  /** What a client has to know: 256 random bits, in hexadecimal digits. */
  readonly token: string;
  /** Ends it: clients are disconnected, waiting cmdlets fail, and no other cluster ever answers at this place. */
  close(): Promise<void>;
}

/** What is served. */
export interface PracticeServerOptions {
  /** A connected training cluster. Commands of clients go to it as any others. */
  readonly backend: ClusterBackend;
  /** See `PracticeClusterOptions`; false when left out. */
  readonly advanceWhileWaiting?: boolean;
  /** See `PracticeClusterOptions`; null when left out. */
  readonly epoch?: number | null;
}

/** Opens a pipe on a training cluster. Refuses a real one: the practice modules are for nothing else. */
export async function startPracticeServer(options: PracticeServerOptions): Promise<PracticeServer> {
  const { backend, advanceWhileWaiting = false, epoch = null } = options;
  if (!backend.capabilities.training) throw new Error('The practice modules work on a training cluster only.');
  const token = randomBytes(32).toString('hex');
  const cluster = followCluster(backend, { advanceWhileWaiting, epoch });
  const memory = practiceMemory();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    servePracticeClient(socket, { cluster, memory, token });
  });
  server.maxConnections = 64;
  const place = newPrivatePipe('practice');
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.pipe, resolve);
    });
  } catch (error) {
    cluster.stop();
    place.remove();
    throw error;
  }
  return {
    pipe: place.pipe,
    token,
    close: async () => {
      cluster.stop();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
      place.remove();
    },
  };
}
