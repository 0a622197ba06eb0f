/**
 * Builds the datasets from `inputs/`.
 *
 *   node data/build.js           writes data/*.json
 *   node data/build.js --check   writes nothing; exits 1 and names each file that differs and the first differing line
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildDatasets } from './build/datasets.js';
import { firstDifference } from './build/shared/difference.js';
import { readInputs } from './build/shared/inputs.js';

const folder = new URL('./', import.meta.url);
const built = buildDatasets(readInputs(new URL('inputs/', folder)));

if (process.argv.includes('--check')) check();
else write();

function write() {
  for (const [name, text] of built) writeFileSync(new URL(name, folder), text);
  console.log(`wrote ${built.size} datasets`);
}

function check() {
  const complaints = [...built].map(([name, text]) => complaintAbout(name, text)).filter(Boolean);
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${built.size} datasets are as built`);
}

/** @returns {string | null} */
function complaintAbout(name, expected) {
  const file = new URL(name, folder);
  if (!existsSync(file)) return `data/${name}: missing`;
  const difference = firstDifference(readFileSync(file, 'utf8'), expected);
  if (!difference) return null;
  return `data/${name}:${difference.line}: found ${difference.found}\n  expected ${difference.expected}`;
}
