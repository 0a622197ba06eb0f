// npm run spoil [-- NAME… --only TEXT…]: shows that the checks can fail. Each entry of test/spoil/NAME.json is one small
// fault, put into a copy of the tree, and the test that must notice it; the same test must pass before. One line an
// entry, then 'N passed, N failed'. Not among the usual tests: each fault is a run of its own.
//   NAME…        the lists to run, by file name without .json; all of them when none is named
//   --only TEXT  only entries whose check holds TEXT; may be given several times, for those that hold one of them
//
// An entry: { "check": what is held, in words; "file", "find", "put": the text, found exactly once, and what replaces it;
// "test": the test file; "named": a part of the title of the test that must fail, or a list of them, each of which must;
// "build": true where the test runs on dist/, "scripts" where on nothing of it but what pages load, "before" where the fault
// changes nothing of it }.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countLine, readCountLine } from '../tools/count-reporter.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = import.meta.dirname;
const { values: options, positionals } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [''] } }, allowPositionals: true });
const known = readdirSync(here).filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
const stranger = positionals.find((name) => !known.includes(name));
if (stranger) throw new Error(`No list is called ${stranger}. There are ${known.join(', ')}.`);
const entries = known
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .flatMap((name) => JSON.parse(readFileSync(path.join(here, `${name}.json`), 'utf8')))
  .filter(({ check }) => options.only.some((text) => check.includes(text)));

const copy = mkdtempSync(path.join(tmpdir(), 'spoil-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
/** What is built of the sound tree, and where it waits meanwhile. */
const built = path.join(copy, 'dist');
const kept = path.join(copy, 'dist.kept');
copyTree();

/** What passed already, by test and title: asked once for all the faults it must notice. */
const sound = new Map();
const count = { passed: 0, failed: 0 };
for (const entry of entries) {
  const fault = await noticed(entry);
  count[fault ? 'failed' : 'passed'] += 1;
  console.log(`${fault ? 'NOT SHOWN' : 'noticed  '} ${entry.check}${fault ? `: ${fault}` : ''}`);
}
console.log(`\n${countLine(count)}`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;

/** Nothing when the test passes without the fault and fails with it; otherwise a sentence. */
async function noticed(entry) {
  const { file, find, put, test, build = false } = entry;
  const titles = [entry.named].flat();
  const place = path.join(copy, file);
  if (!existsSync(place)) return `there is no ${file}`;
  const text = readFileSync(place, 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) return `${file} holds the text to replace ${times} times, expected once`;
  for (const named of titles) {
    const fault = beforeIt(test, named, build);
    if (fault) return fault;
  }
  writeFileSync(place, text.replace(find, () => put));
  const isRebuilt = build && build !== 'before';
  if (isRebuilt) renameSync(built, kept);
  try {
    if (build === 'scripts') cpSync(kept, built, { recursive: true });
    if (isRebuilt && !rebuild(build)) return 'the build refuses the fault, so no test was asked';
    const overlooked = titles.flatMap((named) => {
      const after = runTest(test, named);
      return after.failed > 0 || after.passed === 0 ? [] : [`with the fault, ${test} says ${countLine(after)} for "${named}"`];
    });
    return overlooked.join('; ') || undefined;
  } finally {
    writeFileSync(place, text);
    if (isRebuilt) {
      rmSync(built, { recursive: true, force: true });
      renameSync(kept, built);
    }
  }
}

/** Nothing when the test passes in the sound tree. */
function beforeIt(test, named, build) {
  const key = `${test} ${named}`;
  if (!sound.has(key)) {
    if (build && !existsSync(built)) rebuild();
    const before = runTest(test, named);
    sound.set(key, before.failed === 0 && before.passed > 0 ? undefined : `before the fault, ${test} says ${countLine(before)} for "${named}"`);
  }
  return sound.get(key);
}

/** Whether the copy builds, all of it or what pages load. */
function rebuild(what = true) {
  const script = what === 'scripts' ? ['build:js', '--', '--configScripts'] : ['build'];
  return spawnSync('npm', ['run', '--silent', ...script], { cwd: copy, shell: process.platform === 'win32', env: { ...process.env, ...(what === 'scripts' && { UNMINIFIED: '1' }) } }).status === 0;
}

/** Passed and failed tests of a file, of those whose title holds a text. */
function runTest(test, named) {
  if (test.endsWith('.js')) {
    const pattern = named.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const { stdout } = run(['--test', '--test-reporter=tap', `--test-name-pattern=${pattern}`, test]);
    const read = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
    return { passed: read('pass'), failed: read('fail') + read('cancelled') };
  }
  const { stdout } = run(['node_modules/@web/test-runner/dist/bin.js', '--files', test], { TESTS_NAMED: named });
  const { passed, failed } = readCountLine(stdout) ?? { passed: 0, failed: 1 };
  return { passed, failed };
}

function run(command, env) {
  return spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, TZ: 'UTC', ...env } });
}

/** The files that git knows or would take, and what is installed. */
function copyTree() {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\n').filter((name) => name && existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
}
