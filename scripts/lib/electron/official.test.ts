import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../project.mjs';
import { testFolder } from '../test-folder';
import { fetchOfficial } from './official.mjs';

/** A mirror of the Electron releases that answers as told; answers the environment that points to it. */
async function mirror(listener: RequestListener) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const withoutProxy = { HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', http_proxy: '' };
  const env = {
    ...process.env,
    ...withoutProxy,
    NPM_CONFIG_ELECTRON_MIRROR: '',
    ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
    electron_config_cache: testFolder(),
  };
  return { env, requests: () => requests };
}

const limits = { answer: 3000, standstill: 3000 };

test('a refusal ends at once, with the reason', async () => {
  const { env, requests } = await mirror((_request, response) => response.writeHead(403, 'Forbidden').end());
  expect(await fetchOfficial(root, env, limits)).toEqual({ reason: expect.stringContaining('403') as string });
  expect(requests()).toBe(1);
});

test('a server that never answers is left alone after the limit', async () => {
  const { env } = await mirror(() => undefined);
  expect(await fetchOfficial(root, env, { ...limits, answer: 1000 })).toEqual({ reason: 'no answer within 1.0 s' });
});

test('a slow download that makes progress may take longer than the limit, and its checksum is looked at', async () => {
  let sent = 0;
  const { env } = await mirror((_request, response) => {
    response.writeHead(200, { 'content-length': '10000' });
    const timer = setInterval(() => {
      sent += 1000;
      response.write(Buffer.alloc(1000));
      if (sent === 10_000) clearInterval(timer);
    }, 350);
    response.on('close', () => {
      clearInterval(timer);
    });
  });
  const outcome = await fetchOfficial(root, env, limits);
  expect(sent).toBe(10_000);
  expect(outcome).toEqual({ reason: expect.stringMatching(/checksum/i) as string });
});

test('a download that stands still is given up', async () => {
  const { env } = await mirror((_request, response) => {
    response.writeHead(200, { 'content-length': '10000' });
    response.write(Buffer.alloc(1000));
  });
  const outcome = await fetchOfficial(root, env, { answer: 3000, standstill: 500 });
  expect(outcome).toEqual({ reason: 'the download stood still for 0.5 s' });
});
