// Closes a browser test run with the line 'N passed, N failed' (', N skipped'), over all browsers.
// A test file that can't be loaded or that times out counts as one failure; a run of no test exits 1.
import { writeSync } from 'node:fs';

/** 'N passed, N failed', and ', N skipped' when some were. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** The last such line of a text, as numbers; undefined when it has none. */
export function readCountLine(text) {
  const found = [...text.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
}

function addTests(suite, count) {
  // one that neither passed nor says why was not run: TESTS_NAMED passed over it, or a hook before it failed
  for (const test of suite?.tests ?? []) count[test.passed ? 'passed' : test.error ? 'failed' : 'skipped'] += 1;
  for (const inner of suite?.suites ?? []) addTests(inner, count);
}

export function countSessions(sessions) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const before = count.failed;
    addTests(session.testResults, count);
    // the runner calls a file that TESTS_NAMED passed over a failed one
    const named = process.env.TESTS_NAMED && session.testResults && !session.errors?.length;
    if (!session.passed && count.failed === before && !named) count.failed += 1;
  }
  return count;
}

export function countReporter() {
  let count = countSessions([]);
  return {
    start({ config }) {
      console.log(`In ${config.browsers.map((browser) => browser.name).join(', ')}:`);
      if (config.watch) return;
      // at exit: the runner's own reporters print late
      process.once('exit', () => {
        if (count.passed + count.failed === 0) process.exitCode ||= 1;
        writeSync(1, `\n${countLine(count)}\n`);
      });
    },
    onTestRunFinished({ sessions }) {
      count = countSessions(sessions);
    },
  };
}
