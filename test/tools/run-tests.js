// npm test: types, lint, build, sizes, then the tests in Node and in the browsers, each under its heading with its
// time. Ends with one line: N passed, N failed. A step that fails without counting tests counts as one failure.
//   --engines LIST   as ENGINES: chromium (the default), firefox, webkit, or all that are installed; the end says which ran
//   --only STEPS     only these steps, by name, comma-separated
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countLine, readCountLine } from './count-reporter.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

const { values: options } = parseArgs({ options: { engines: { type: 'string' }, only: { type: 'string' } } });
const scratch = mkdtempSync(path.join(tmpdir(), 'npm-test-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

const bin = (packageName, file) => [`node_modules/${packageName}/${file}`];
const npmCli = process.env.npm_execpath; // set when npm runs this
const script = (name, title = name) => ({
  name: title,
  program: npmCli ? process.execPath : 'npm',
  command: [...(npmCli ? [npmCli] : []), 'run', '--silent', name],
});
const nodeTests = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.js'))
  .map((file) => path.join('test', file))
  .sort();
const tap = path.join(scratch, 'node.tap');

/**
 * Each step: a name, the command (of Node where no program is named), and how it counts tests where it does.
 * The steps of a lane run in turn, beside those of the other lane: neither keeps two processors busy. What tests need
 * built is built before them.
 */
const checks = [
  [
    { name: 'types', command: [...bin('typescript', 'bin/tsc'), '--noEmit'] },
    { name: 'lint', command: [...bin('eslint', 'bin/eslint.js'), '.'] },
    script('lint:templates', 'templates'),
  ],
  [script('build'), { name: 'size', command: ['test/tools/size.js'] }],
];
// one a run: all of them take too long; SITE chooses
const site = { name: 'site', command: ['test/tools/run-sites.js', '--turn'], count: readCountLine };
const tests = [
  [{
    name: 'node tests',
    // given no file, Node would run every file of test/
    command: nodeTests.length === 0 ? ['--eval', ''] : [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      ...nodeTests,
    ],
    count: () => readTapCount(readFileSync(tap, 'utf8')),
  }, site],
  [{
    name: 'browser tests',
    command: [...bin('@web/test-runner', 'dist/bin.js')],
    env: options.engines ? { ENGINES: options.engines } : {},
    count: readCountLine,
  }],
];

/** Node's closing summary, as numbers. */
function readTapCount(text) {
  const read = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: read('pass'), failed: read('fail') + read('cancelled'), skipped: read('skipped') + read('todo') };
}

function run({ program = process.execPath, command, env }, print) {
  return new Promise((resolve) => {
    const child = spawn(program, command, {
      env: { ...process.env, TZ: 'UTC', ...env },
      shell: program === 'npm' && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
        print(data);
      });
    }
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };
const ran = []; // browsers, each with its number of test files
const complaints = [];
const wanted = options.only?.split(',');

/** Runs both lanes to their end. The second's lines come as they are said, the first's when a step is done, so that they stay together. */
function runLanes([besides, main]) {
  return Promise.all([runLane(besides, { isHeld: true }), runLane(main, { isHeld: false })]);
}

async function runLane(steps, { isHeld }) {
  for (const step of steps) {
    if (wanted && !wanted.includes(step.name)) continue;
    const held = [];
    const print = isHeld ? (text) => held.push(text) : (text) => process.stdout.write(text);
    print(`\n── ${step.name} ──\n`);
    const began = performance.now();
    const { code, output } = await run(step, print);
    print(`── ${step.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    for (const text of held) process.stdout.write(text);
    tally(step, code, output);
  }
}

function tally(step, code, output) {
  if (step.name === 'browser tests') ran.push(...browsersOf(output));
  const count = (code === 0 || step.count) && step.count ? readCount(step, output) : undefined;
  for (const key of Object.keys(total)) total[key] += count?.[key] ?? 0;
  if (code !== 0 && !count?.failed) total.failed += 1;
  if (step.count && code === 0 && !count?.passed) {
    total.failed += 1;
    complaints.push(`${step.name} ran no test`);
  }
  if (code !== 0) complaints.push(`${step.name} failed${count?.failed ? `: ${count.failed} of ${count.failed + count.passed}` : ''}`);
}

/** What the reporter of times says ran: `Firefox: 63 files in 249 s`. */
function browsersOf(output) {
  return [...output.matchAll(/^(\w+): (\d+) files in/gm)].map(([, name, files]) => `${name} (${files} files)`);
}

function readCount(step, output) {
  try {
    return step.count(output);
  } catch {
    return undefined;
  }
}

await runLanes(checks);
await runLanes(tests);

if (ran.length > 0) console.log(`\nBrowser tests ran in ${ran.join(', ')}.`);
if (complaints.length > 0) console.log(`\n${complaints.join('\n')}`);
console.log(`\n${countLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
