import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appFileHandler } from './app-files';

const root = mkdtempSync(join(tmpdir(), 'regroup-files-'));
const folder = join(root, 'renderer');
const handler = appFileHandler(folder);
const get = (url: string, method = 'GET') => handler(new Request(url, { method }));

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secret'));
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="REGROUP_NONCE"><p nonce="REGROUP_NONCE">',
  );
  writeFileSync(join(folder, 'assets', 'index.js'), 'REGROUP_NONCE');
  writeFileSync(join(folder, 'no-type.sh'), 'x');
  writeFileSync(join(root, 'secret.json'), '{}');
  writeFileSync(join(root, 'renderer-secret', 'secret.json'), '{}');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the files of the window', () => {
  test('the page comes with its policy and a nonce that is new each time', async () => {
    const pages = await Promise.all([get('regroup://app/index.html'), get('regroup://app/index.html')]);
    const nonces = pages.map((page) => /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]);
    expect(new Set(nonces).size).toBe(2);
    const html = await pages[0].text();
    expect(html.match(/nonce="([^"]+)"/g)).toEqual([`nonce="${nonces[0]}"`, `nonce="${nonces[0]}"`]);
    expect(pages[0].headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('the policy allows no code but our own, and no way out', async () => {
    const policy = (await get('regroup://app/index.html')).headers.get('content-security-policy') ?? '';
    const directives = policy.split('; ');
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('a script comes as it is, with its type', async () => {
    const script = await get('regroup://app/assets/index.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await script.text()).toBe('REGROUP_NONCE');
  });

  test.each([
    'regroup://app/missing.html',
    'regroup://app/',
    'regroup://app/assets',
    'regroup://app/no-type.sh',
    'regroup://app/../secret.json',
    'regroup://app/%2e%2e/secret.json',
    'regroup://app/..%2fsecret.json',
    'regroup://app/..%2frenderer-secret/secret.json',
    'regroup://app/..%5csecret.json',
    'regroup://app/assets/..%2f..%2fsecret.json',
    'regroup://app/%00.html',
    'regroup://app/%zz.html',
    'regroup://app//etc/passwd.json',
    'regroup://other/index.html',
  ])('%s is not found', async (url) => expect((await get(url)).status).toBe(404));

  test('nothing can be sent to them', async () => {
    expect((await get('regroup://app/index.html', 'POST')).status).toBe(404);
  });
});
