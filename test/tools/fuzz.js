// npm run fuzz: the property tests of test/holds/ with many more runs (FUZZ_RUNS, default 10,000) from a printed seed
// (FUZZ_SEED, default the time), so that a failure can be repeated.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const runs = Number(process.env.FUZZ_RUNS ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const files = readdirSync('test/holds').filter((file) => file.endsWith('.test.ts') && readFileSync(path.join('test/holds', file), 'utf8').includes('fc.assert'));
console.log(`${runs} runs from seed ${seed}: ${files.join(', ')}\nTo repeat: FUZZ_RUNS=${runs} FUZZ_SEED=${seed} npm run fuzz`);

// the page is told by its own HTML, and waited for as long as the runs take
const config = 'fuzz.config.tmp.js';
writeFileSync(config, `import config from './web-test-runner.config.js';
export default { ...config, testsFinishTimeout: 6 * 3_600_000, testFramework: { config: { timeout: 0 } },
  testRunnerHtml: (framework) => \`<html><body><script>globalThis.fuzz = { runs: ${runs}, seed: ${seed} }</script><script type="module" src="\${framework}"></script></body></html>\` };
`);
try {
  const { status } = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', '--config', config, '--files', ...files.map((file) => `test/holds/${file}`)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(config, { force: true });
}
