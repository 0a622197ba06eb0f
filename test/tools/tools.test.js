// The tools that tests and the demo stand on.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { countLine, countSessions, readCountLine } from './count-reporter.js';
import { serve } from './static-server.js';

let folder;
let server;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'served-'));
  mkdirSync(path.join(folder, 'site/.git'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'site/.git/config'), 'secret');
  writeFileSync(path.join(folder, 'site/index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'site/a b.js'), 'export {};');
  writeFileSync(path.join(folder, 'site/data.json'), '{}');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'site/link.txt'));
  mkdirSync(path.join(folder, 'site/demo'));
  writeFileSync(path.join(folder, 'site/demo/index.html'), 'demo');
  server = await serve({ root: path.join(folder, 'site') });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path exactly as written: fetch would tidy it first. */
function ask(target, method = 'GET') {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: target, method }, (response) => {
      let body = '';
      response.on('data', (data) => (body += data)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('serve answers files with their type and forbids caching', async () => {
  for (const [target, type] of [['/', 'text/html'], ['/a%20b.js', 'text/javascript'], ['/data.json?x=1', 'application/json']]) {
    const { status, headers } = await ask(target);
    assert.equal(status, 200, target);
    assert.match(headers['content-type'], new RegExp(`^${type}`));
    assert.equal(headers['cache-control'], 'no-store');
  }
});

test('serve redirects a folder without its slash, so that relative addresses hold', async () => {
  const { status, headers } = await ask('/demo?a=1');
  assert.deepEqual([status, headers.location], [308, '/demo/?a=1']);
  assert.equal((await ask('/demo/')).body, 'demo');
});

test('serve gives nothing from outside its root, no dot file, and writes nothing', async () => {
  const outside = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/link.txt', '/.git/config', '//../secret.txt', '/demo/../../secret.txt', '/%00', '/%', '/nope'];
  for (const target of outside) {
    const { status, body } = await ask(target);
    assert.equal(status, 404, target);
    assert.doesNotMatch(body, /^secret$/);
  }
  for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await ask('/', method)).status, 405);
});

test('serve takes the next free port where it may', async () => {
  const next = await serve({ root: folder, port: server.port, tries: 20 });
  assert.ok(next.port > server.port);
  await next.close();
  await assert.rejects(serve({ root: folder, port: server.port }), { code: 'EADDRINUSE' });
});

test('countSessions counts a file that failed without a test as one failure', () => {
  const suite = { tests: [{ passed: true }], suites: [{ tests: [{ passed: false, error: {} }, { skipped: true }, { passed: false }] }] };
  assert.deepEqual(countSessions([{ passed: false, testResults: suite }, { passed: false }]), { passed: 1, failed: 2, skipped: 2 });
});

test('countLine and readCountLine agree, and the last line counts', () => {
  for (const count of [{ passed: 3, failed: 0, skipped: 0 }, { passed: 1, failed: 2, skipped: 4 }]) {
    assert.deepEqual(readCountLine(`9 passed, 9 failed\n${countLine(count)}\n`), count);
  }
  assert.equal(readCountLine('3 passed'), undefined);
});
