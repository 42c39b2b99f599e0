import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../project.mjs';
import { storedZip } from '../stored-zip';
import { testFolder } from '../test-folder';
import { fetchOfficial, officialExecutable, officialVersion } from './official.mjs';

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

/** For what is answered in the end: the process that fetches takes its time to start on a busy machine. */
const patient = { answer: 120_000, standstill: 120_000 };

test('a refusal ends at once, with the reason', async () => {
  const { env, requests } = await mirror((_request, response) => response.writeHead(403, 'Forbidden').end());
  expect(await fetchOfficial(root, env, patient)).toEqual({ reason: expect.stringContaining('403') as string });
  expect(requests()).toBe(1);
});

test('a server that never answers is left alone after the limit', async () => {
  const { env } = await mirror(() => undefined);
  expect(await fetchOfficial(root, env, { ...patient, answer: 1000 })).toEqual({ reason: 'no answer within 1.0 s' });
});

test('a slow download that makes progress may take longer than the limit, and its checksum is looked at', async () => {
  let sent = 0;
  const { env } = await mirror((_request, response) => {
    response.writeHead(200, { 'content-length': '10000' });
    const timer = setInterval(() => {
      sent += 1000;
      response.write(Buffer.alloc(1000));
      if (sent === 10_000) clearInterval(timer);
    }, 700);
    response.on('close', () => {
      clearInterval(timer);
    });
  });
  const outcome = await fetchOfficial(root, env, { ...patient, standstill: 5000 });
  expect(sent).toBe(10_000);
  expect(outcome).toEqual({ reason: expect.stringMatching(/checksum/i) as string });
});

test('a download that stands still is given up', async () => {
  const { env } = await mirror((_request, response) => {
    response.writeHead(200, { 'content-length': '10000' });
    response.write(Buffer.alloc(1000));
  });
  const outcome = await fetchOfficial(root, env, { ...patient, standstill: 500 });
  expect(outcome).toEqual({ reason: 'the download stood still for 0.5 s' });
});

/** A project with the real electron package, but for the checksums: those name the archive of this test. */
function projectExpecting(archive: Buffer) {
  const project = testFolder();
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'electron'), { recursive: true });
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  for (const name of ['package.json', 'index.js', 'install.js']) {
    copyFileSync(join(root, 'node_modules/electron', name), join(modules, 'electron', name));
  }
  const name = `electron-v${officialVersion(root)}-${process.platform}-${process.arch}.zip`;
  const checksum = createHash('sha256').update(archive).digest('hex');
  writeFileSync(join(modules, 'electron/checksums.json'), JSON.stringify({ [name]: checksum }));
  return { project, name };
}

test('a download that succeeds is unpacked, and found from then on', async () => {
  const executables = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const version = officialVersion(root);
  const archive = storedZip({ version, ...Object.fromEntries(executables.map((file) => [file, 'program'])) });
  const { project, name } = projectExpecting(archive);
  const { env } = await mirror((request, response) => {
    if (request.url === `/v${version}/${name}`) response.end(archive);
    else response.writeHead(404).end();
  });
  expect(officialExecutable(project)).toBeUndefined();
  const outcome = await fetchOfficial(project, env, patient);
  expect(outcome).toEqual({ executable: officialExecutable(project) });
  expect(officialExecutable(project)).toContain(join(project, 'node_modules/electron/dist'));
});
