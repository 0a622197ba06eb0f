// A small static file server for the demo, the screenshots and tests: right types, no caching, nothing outside its root.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file that a URL path names inside root, or undefined: dot files and whatever links or climbs out are no files. */
export function resolveFile(root, urlPath) {
  let decoded;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const parts = decoded.split('/');
  if (decoded.includes('\0') || decoded.includes('\\') || parts.some((part) => part.startsWith('.'))) return undefined;
  try {
    const real = realpathSync(path.join(root, decoded));
    const realRoot = realpathSync(root);
    return real === realRoot || real.startsWith(realRoot + path.sep) ? real : undefined;
  } catch {
    return undefined;
  }
}

/** Answers with a file under root. */
export function answer({ root, headers, home }, request, response) {
  const send = (status, text, more = {}) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...more });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'Only GET and HEAD\n', { allow: 'GET, HEAD' });
  const { pathname, search } = new URL(`http://localhost/${(request.url ?? '').replace(/^\/+/, '')}`);
  if (pathname === '/' && home) return send(302, '', { location: home });
  let file = resolveFile(root, pathname);
  if (file && statSync(file).isDirectory()) {
    if (!pathname.endsWith('/')) return send(308, '', { location: `${pathname}/${search}` });
    file = resolveFile(root, `${pathname}index.html`);
  }
  const stat = file ? statSync(file) : undefined;
  if (!file || !stat?.isFile()) return send(404, 'Not found\n');
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': stat.size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves `root` on this machine only.
 * @param {{root: string, port?: number, tries?: number, home?: string, headers?: Record<string, string>}} options
 *   port 0: any free port; tries: how many ports, from `port` on, may be tried; home: where `/` leads
 * @returns {Promise<{origin: string, port: number, close(): Promise<void>}>}
 */
export async function serve({ root, port = 0, tries = 1, home, headers = {} }) {
  for (let i = 0; ; i++) {
    const server = createServer((request, response) => {
      try {
        answer({ root, headers, home }, request, response);
      } catch (error) {
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${String(error)}\n`);
      }
    });
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + i, '127.0.0.1', resolve);
      });
    } catch (error) {
      if (error.code === 'EADDRINUSE' && i + 1 < tries) continue;
      throw error;
    }
    const { port: bound } = server.address();
    return {
      origin: `http://localhost:${bound}`,
      port: bound,
      close: () =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    };
  }
}
