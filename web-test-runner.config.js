// Browser tests: test/**/*.test.ts, run on the sources. ENGINES=chromium,firefox,webkit (or all) chooses the browsers,
// TESTS_NAMED=… only tests whose title holds a text.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import { bundledTests } from './test/tools/bundle.js';
import { countReporter } from './test/tools/count-reporter.js';
import { engineCommandsPlugin } from './test/tools/engine-commands.js';
import { chosenEngines, launchers } from './test/tools/engines.js';
import { timesReporter } from './test/tools/times-reporter.js';
import { wholePages } from './test/tools/whole-pages.js';

process.env.TZ = 'UTC';

const ALL = ['test/**/*.test.ts'];
/** What the runner takes in a pattern and esbuild does not: all are bundled then. */
const PATTERN = /[{}[\]()!?]/;
const { values, positionals } = parseArgs({ strict: false, allowPositionals: true, options: { files: { type: 'string', multiple: true }, config: { type: 'string' }, watch: { type: 'boolean' }, coverage: { type: 'boolean' } } });
const chosen = [...(values.files ?? []), ...positionals].filter((file) => file.endsWith('.ts'));
const engines = await chosenEngines();
const browsers = await Promise.all(engines.map((engine) => launchers[engine]()));
const picture = ({ browser, name }) => `${browser.toLowerCase()}/${name}`;

export default {
  files: ALL,
  nodeResolve: true,
  concurrency: 1, // focus, keyboard and mouse belong to one page at a time
  concurrentBrowsers: 1, // two at once starve each other on a small machine, and time-outs follow
  browsers,
  // not where single modules are watched or counted
  middleware: [wholePages(), ...(values.watch || values.coverage ? [] : [bundledTests(chosen.length > 0 && !PATTERN.test(chosen.join()) ? chosen : ALL)])],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    engineCommandsPlugin(),
    visualRegressionPlugin({
      update: process.env.UPDATE_SCREENSHOTS === '1',
      baseDir: 'test/screenshots',
      getBaselineName: (shot) => `baseline/${picture(shot)}`,
      getDiffName: (shot) => `diff/${picture(shot)}-diff`,
      getFailedName: (shot) => `failed/${picture(shot)}`,
      failureThreshold: 0, // half a percent already lets a moved point or a changed word pass
    }),
  ],
  // against a test that hangs: all wait for what is to be, none for a time
  testFramework: { config: { timeout: 120_000, ...(process.env.TESTS_NAMED ? { grep: process.env.TESTS_NAMED } : {}) } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly'], reportDir: 'coverage' },
  reporters: [defaultReporter({ reportTestProgress: false }), timesReporter(), countReporter()],
};
