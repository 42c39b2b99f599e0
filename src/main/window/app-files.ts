import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy, noncePlaceholder } from './content-security-policy';

const contentTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Answers requests for the files of the window, and for nothing else. `onPage`: the document is answered each time. */
export function appFileHandler(folder: string, onPage?: () => void): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = fileOf(folder, request.url);
    const contentType = path === null ? undefined : contentTypes[extname(path)];
    if (request.method !== 'GET' || path === null || contentType === undefined) return notFound();
    try {
      const content = await readFile(path);
      const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' };
      if (extname(path) !== '.html') return new Response(new Uint8Array(content), { headers });
      onPage?.();
      return page(content.toString('utf8'), headers);
    } catch {
      return notFound();
    }
  };
}

/** The file behind an address of ours; null when it would lie outside of the folder. */
function fileOf(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'app') return null;
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

function page(html: string, headers: { readonly [name: string]: string }): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll(noncePlaceholder, nonce), {
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' },
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
}
