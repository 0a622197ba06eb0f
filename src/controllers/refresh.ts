/** Seconds between re-fetches: at least 5, at most a day, since a number too large for a timer would fire at once. */
const clamp = (seconds: number): number => Math.min(86_400, Math.max(5, seconds));

/**
 * Calls `fetch` every `seconds()` until the function returned is called. A failure doubles the wait, up to sixteen times
 * it; while the page is hidden or offline nothing is asked, and what fell due is asked when it is back.
 */
export function startRefresh(seconds: () => number, fetch: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let due = 0;
  let stopped = false;
  const idle = (): boolean => document.hidden || !navigator.onLine;
  const plan = (): void => {
    clearTimeout(timer);
    if (stopped || !(seconds() > 0)) return;
    due = Date.now() + clamp(seconds()) * 1000 * 2 ** Math.min(4, failures);
    timer = setTimeout(ask, due - Date.now());
  };
  const ask = (): void => {
    if (stopped || idle()) return;
    due = Infinity;
    void fetch().then((fine) => {
      failures = fine ? 0 : failures + 1;
      plan();
    });
  };
  const resume = (): void => {
    if (!idle() && Date.now() >= due) ask();
  };
  addEventListener('online', resume);
  document.addEventListener('visibilitychange', resume);
  plan();
  return () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener('online', resume);
    document.removeEventListener('visibilitychange', resume);
  };
}
