// Names the test files that took longest, per browser, at the end of a run; TIMES=1 also prints each as it ends.
const SLOWEST = 8;

/** @param {{print?: (line: string) => void, now?: () => number, each?: boolean}} [options] */
export function timesReporter({ print = console.log, now = () => performance.now(), each = process.env.TIMES === '1' } = {}) {
  const times = new Map();
  const done = new Set();
  let last = 0;
  // sessions run one after another, so each took what passed since the one before it; a file's results are told only
  // when its last browser is done
  const note = ({ id, browser: { name: browser }, testFile, status, passed }) => {
    if (status !== 'FINISHED' || done.has(id)) return;
    done.add(id);
    const seconds = (now() - last) / 1000;
    last = now();
    times.set(browser, [...(times.get(browser) ?? []), { file: testFile, seconds }]);
    if (each) print(`${browser} ${seconds.toFixed(1)} s ${passed ? 'ok' : 'FAILED'} ${testFile.slice(testFile.indexOf('/test/') + 1)}`);
  };
  return {
    start({ sessions }) {
      last = now();
      sessions.on('session-status-updated', note);
    },
    onTestRunFinished() {
      for (const [browser, files] of times) {
        const total = files.reduce((sum, { seconds }) => sum + seconds, 0);
        const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
        print(`\n${browser}: ${files.length} files in ${total.toFixed(0)} s; slowest`);
        for (const { file, seconds } of slowest) print(`  ${seconds.toFixed(1)} s ${file.slice(file.indexOf('/test/') + 1)}`);
      }
    },
  };
}
