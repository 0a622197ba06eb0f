// Browser tests: test/**/*.test.ts, run on the sources. ENGINES=chromium,firefox,webkit (or all) chooses the browsers,
// TESTS_NAMED=… only tests whose title holds a text.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import { countReporter } from './test/tools/count-reporter.js';
import { engineCommandsPlugin } from './test/tools/engine-commands.js';
import { chosenEngines, launchers } from './test/tools/engines.js';
import { wholePages } from './test/tools/whole-pages.js';

process.env.TZ = 'UTC';

const engines = await chosenEngines();
const browsers = await Promise.all(engines.map((engine) => launchers[engine]()));
const picture = ({ browser, name }) => `${browser.toLowerCase()}/${name}`;

export default {
  files: ['test/**/*.test.ts'],
  nodeResolve: true,
  concurrency: 1, // focus, keyboard and mouse belong to one page at a time
  concurrentBrowsers: 1, // two at once starve each other on a small machine, and time-outs follow
  browsers,
  middleware: [wholePages()],
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
  testFramework: { config: { timeout: 15_000, ...(process.env.TESTS_NAMED ? { grep: process.env.TESTS_NAMED } : {}) } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly'], reportDir: 'coverage' },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
};
