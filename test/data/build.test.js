import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildDatasets } from '../../data/build/datasets.js';
import { readInputs } from '../../data/build/shared/inputs.js';
import { DATA } from './helpers/datasets.js';

const copies = [];
after(() => copies.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of data/ that a test may change. */
function copyOfData() {
  const folder = mkdtempSync(join(tmpdir(), 'open-token-charts-'));
  copies.push(folder);
  cpSync(fileURLToPath(DATA), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  return folder;
}

const run = (folder, ...options) => spawnSync(process.execPath, [join(folder, 'build.js'), ...options], { encoding: 'utf8' });

test('buildDatasets(inputs) gives the files on disk, byte for byte', () => {
  for (const [name, text] of buildDatasets(readInputs(new URL('inputs/', DATA)))) {
    assert.equal(readFileSync(new URL(name, DATA), 'utf8'), text, name);
  }
});

test('buildDatasets(inputs) accounts for every dataset in data/', () => {
  const shipped = readdirSync(DATA).filter((file) => file.endsWith('.json') && file !== 'schema.json');
  assert.deepEqual([...buildDatasets(readInputs(new URL('inputs/', DATA))).keys()].sort(), shipped.sort());
});

test('build.js --check on an untouched copy exits 0', () => {
  assert.equal(run(copyOfData(), '--check').status, 0);
});

test('build.js --check after a change of one figure exits 1, names file and line, and writes nothing', () => {
  const folder = copyOfData();
  const file = join(folder, 'token-volume.json');
  const changed = readFileSync(file, 'utf8').replace('"tokens":31.81', '"tokens":31.82');
  writeFileSync(file, changed);
  const { status, stderr } = run(folder, '--check');
  assert.equal(status, 1);
  const line = changed.split('\n').findIndex((text) => text.includes('31.82')) + 1;
  assert.ok(stderr.startsWith(`data/token-volume.json:${line}: found {"week_start":"2026-05-25"`), stderr);
  assert.equal(readFileSync(file, 'utf8'), changed);
});

test('build.js --check without a dataset exits 1 and says it is missing', () => {
  const folder = copyOfData();
  rmSync(join(folder, 'prices.json'));
  const { status, stderr } = run(folder, '--check');
  assert.equal(status, 1);
  assert.match(stderr, /^data\/prices\.json: missing$/m);
});

test('build.js restores a dataset that was changed', () => {
  const folder = copyOfData();
  const file = join(folder, 'sentiment.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, '{}');
  assert.equal(run(folder).status, 0);
  assert.equal(readFileSync(file, 'utf8'), before);
});
