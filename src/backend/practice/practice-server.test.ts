import { existsSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SimulatedBackend } from '../simulated/simulated-backend';
import { recordingBackend } from '../../../tests/support/recording-backend';
import { followCluster } from './practice-cluster';
import type { PracticeRecord } from './practice-object';
import { startPracticeServer, type PracticeServer } from './practice-server';
import { openBackend, practiceScenario } from '../../../tests/support/practice-rig';

let backend: SimulatedBackend;
let server: PracticeServer;

beforeEach(async () => {
  backend = await openBackend(practiceScenario);
  server = await startPracticeServer({ backend, epoch: 0 });
});

afterEach(async () => {
  await server.close();
  await backend.close();
});

async function client(): Promise<Socket> {
  const socket = connect(server.pipe);
  await once(socket, 'connect');
  return socket;
}

/** Everything that comes until the end of the connection. */
async function received(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (data: Buffer) => {
    text += data.toString('utf8');
  });
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return text;
}

async function say(text: string): Promise<string> {
  const socket = await client();
  const answer = received(socket);
  socket.write(text);
  return answer;
}

const request = (more: object, token = server.token): string => `${JSON.stringify({ token, ...more })}\n`;

const records = (text: string): readonly PracticeRecord[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PracticeRecord);

const getNodes = { ask: 'cmdlet', cmdlet: 'Get-ClusterNode', parameters: {} };

describe('the pipe of the practice modules', () => {
  test('answers one request record by record and closes the connection', async () => {
    const answer = records(await say(request(getNodes)));
    expect(answer.map(({ kind }) => kind)).toEqual(['object', 'object', 'done']);
    expect(records(await say(request({ ask: 'hello' })))).toEqual([{ kind: 'done', failure: null }]);
  });

  test('puts a request together from pieces that split a character', async () => {
    const socket = await client();
    const answer = received(socket);
    const data = Buffer.from(request({ ...getNodes, parameters: { Name: 'Müller' } }), 'utf8');
    const middle = data.indexOf(0xc3) + 1;
    socket.write(data.subarray(0, middle));
    await new Promise((resolve) => setImmediate(resolve));
    socket.write(data.subarray(middle));
    expect(records(await answer)[0]).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('Müller') as string,
    });
  });

  test.each([
    ['a wrong token', () => request(getNodes, '0'.repeat(64))],
    ['no token', () => `${JSON.stringify(getNodes)}\n`],
    ['an empty token', () => request(getNodes, '')],
    ['what is no JSON', () => 'GET / HTTP/1.1\r\n\r\n'],
    ['what is no request', () => request({ ask: 'evaluate', text: '1' })],
    ['a field too many', () => request({ ...getNodes, more: 1 })],
    ['a megabyte without an end', () => 'x'.repeat(1024 * 1024 + 1)],
  ])('answers nothing to %s', async (_, text) => {
    expect(await say(text())).toBe('');
    // And the next one is served as before.
    expect(records(await say(request(getNodes)))).toHaveLength(3);
  });

  test('serves several at once, and reads on while another one waits', async () => {
    const waiting = await client();
    const waited = received(waiting);
    const move = { Name: 'VM1', Node: 'Demo2', MigrationType: 'Live' };
    waiting.write(request({ ask: 'cmdlet', cmdlet: 'Move-ClusterVirtualMachineRole', parameters: move }));
    const paused = once(waiting, 'data');
    await paused;
    expect(records(await say(request(getNodes)))).toHaveLength(3);
    await backend.training?.setClock({ advance: 600_000 });
    expect(records(await waited)).toMatchObject([
      { kind: 'warning', text: expect.stringContaining('paused') as string },
      { kind: 'object', object: { Name: 'VM1', OwnerNode: { Name: 'Demo2' } } },
      { kind: 'done', failure: null },
    ]);
  });

  test('goes on when a client that waits is gone, and what it started goes on too', async () => {
    const waiting = await client();
    const move = { Name: 'VM1', Node: 'Demo2', MigrationType: 'Live' };
    waiting.write(request({ ask: 'cmdlet', cmdlet: 'Move-ClusterVirtualMachineRole', parameters: move }));
    await once(waiting, 'data');
    waiting.destroy();
    await backend.training?.setClock({ advance: 600_000 });
    const answer = records(
      await say(request({ ...getNodes, cmdlet: 'Get-ClusterGroup', parameters: { Name: 'VM1' } })),
    );
    expect(answer[0]).toMatchObject({ object: { OwnerNode: { Name: 'Demo2' } } });
  });

  test('leaves nothing behind: no place to connect to, no answer to whoever waits', async () => {
    const waiting = await client();
    const waited = received(waiting);
    const { pipe } = server;
    await server.close();
    expect(await waited).toBe('');
    const late = connect(pipe);
    const [error] = (await once(late, 'error')) as [NodeJS.ErrnoException];
    expect(['ENOENT', 'ECONNREFUSED']).toContain(error.code);
  });

  test.skipIf(process.platform === 'win32')('lies where only its user can go', () => {
    expect(existsSync(server.pipe)).toBe(true);
    expect(statSync(dirname(server.pipe)).mode & 0o777).toBe(0o700);
    expect(server.token).toMatch(/^[0-9a-f]{64}$/);
  });

  test('dates the present as now when nothing else is said', async () => {
    await backend.training?.setClock({ advance: 3_600_000 });
    const cluster = followCluster(backend, { advanceWhileWaiting: false, epoch: null });
    const present = cluster.dateOf(cluster.clock()?.now ?? 0);
    cluster.stop();
    expect(cluster.clock()?.now).toBe(3_600_000);
    expect(Math.abs(present - Date.now())).toBeLessThan(60_000);
  });

  test('is refused for a real cluster', async () => {
    const real = recordingBackend({ capabilities: { training: false, readOnly: false, secondHop: false } });
    await expect(startPracticeServer({ backend: real, epoch: 0 })).rejects.toThrow('training cluster only');
  });
});
