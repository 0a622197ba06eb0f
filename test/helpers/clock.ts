interface Timer {
  readonly due: number;
  readonly run: () => void;
}

export interface Clock {
  /** Milliseconds until each timer that is kept falls due. */
  waits(): readonly number[];
  /** Runs what falls due within so many milliseconds, in order, what that sets too; what it leads to comes between. */
  pass(milliseconds: number): Promise<void>;
  /** Gives the page its own clock back. */
  restore(): void;
}

/**
 * Time that passes when a test says so, for timers, intervals, Date.now and AbortSignal.timeout. What waits less than `from`
 * milliseconds is left to the page's own clock, such as timers of the test runner; default 0, none.
 */
export function stopClock({ from = 0 }: { readonly from?: number } = {}): Clock {
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
  const { now } = Date;
  const { timeout } = AbortSignal;
  const timers = new Map<number, Timer>();
  let time = now();
  let last = 1e9; // no number that the page's own clock has given
  const keep = (due: number, run: () => void, id = ++last): number => {
    timers.set(id, { due, run });
    return id;
  };
  const clear = (id?: number): void => {
    if (!timers.delete(id ?? 0)) clearTimeout(id);
  };
  const set = (handler: TimerHandler, wait = 0, ...given: unknown[]): number => (wait < from ? setTimeout(handler, wait, ...given) : keep(time + wait, () => void (handler as (...all: unknown[]) => void)(...given)));
  const repeat = (handler: TimerHandler, wait = 0, ...given: unknown[]): number => {
    if (wait < from) return setInterval(handler, wait, ...given);
    const id = ++last;
    const again = (): void => {
      keep(time + Math.max(1, wait), again, id);
      (handler as (...all: unknown[]) => void)(...given);
    };
    return keep(time + Math.max(1, wait), again, id);
  };
  const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  Object.assign(globalThis, { setTimeout: set, setInterval: repeat, clearTimeout: clear, clearInterval: clear });
  Date.now = () => time;
  AbortSignal.timeout = (milliseconds) => {
    const abort = new AbortController();
    set(() => abort.abort(new DOMException('', 'TimeoutError')), milliseconds);
    return abort.signal;
  };
  return {
    waits: () => [...timers.values()].map(({ due }) => due - time),
    async pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const [id, next] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
        if (id === undefined || !next) break;
        timers.delete(id);
        time = Math.max(time, next.due);
        next.run();
        await tick();
      }
      time = end;
      await tick();
    },
    restore() {
      Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval });
      Date.now = now;
      AbortSignal.timeout = timeout;
    },
  };
}
