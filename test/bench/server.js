// Serves the repository to the bench as a site would: scripts compressed, pages of first visits made by the bench.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { resolveFile } from '../tools/static-server.js';
import { root } from '../tools/script-files.js';
import { visitPage } from './build.js';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };

/** @returns {Promise<{origin: string, close(): void}>} */
export async function serveBench() {
  const cache = new Map();
  const answer = async (pathname) => {
    const visit = /^\/visit\/(\w+)$/.exec(pathname)?.[1];
    if (visit) return { type: 'text/html', body: gzipSync(await visitPage(visit)), encoding: 'gzip' };
    const file = resolveFile(root, pathname);
    if (!file) return null;
    const ending = path.extname(file);
    const body = readFileSync(file);
    // rows are sent as they are: unpacking them is the network's work, not the chart's
    return ending === '.js' ? { type: TYPES[ending], body: gzipSync(body, { level: 9 }), encoding: 'gzip' } : { type: TYPES[ending] ?? 'text/plain', body };
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!cache.has(pathname)) cache.set(pathname, answer(pathname));
    const found = await cache.get(pathname).catch((error) => void console.error(error));
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${found.type}; charset=utf-8`, 'content-length': found.body.length, 'cache-control': 'no-store', ...(found.encoding && { 'content-encoding': found.encoding }) });
    response.end(found.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
