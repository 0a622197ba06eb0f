interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * Time that passes when a test says so: from now on timers are kept and not run. `pass` runs all that are due within so
 * many milliseconds, those that they set themselves too; `restore` gives the page its own clock back.
 */
export function stopClock(): { pass(milliseconds: number): void; restore(): void } {
  const own = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval, clearTimeout: globalThis.clearTimeout, clearInterval: globalThis.clearInterval };
  const timers = new Map<number, Timer>();
  let now = 0;
  let last = 1e9; // no number that the page's own clock has given
  const keep = (due: number, run: () => void, id = ++last): number => {
    timers.set(id, { due, run });
    return id;
  };
  const clear = (id?: number): void => {
    if (!timers.delete(id ?? 0)) own.clearTimeout(id);
  };
  const set = (handler: TimerHandler, wait = 0, ...given: unknown[]): number => keep(now + wait, () => void (handler as (...all: unknown[]) => void)(...given));
  const repeat = (handler: TimerHandler, wait = 0, ...given: unknown[]): number => {
    const id = ++last;
    const again = (): void => {
      keep(now + Math.max(1, wait), again, id);
      (handler as (...all: unknown[]) => void)(...given);
    };
    return keep(now + Math.max(1, wait), again, id);
  };
  Object.assign(globalThis, { setTimeout: set, setInterval: repeat, clearTimeout: clear, clearInterval: clear });
  return {
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [id, next] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
        if (id === undefined || !next) break;
        timers.delete(id);
        now = Math.max(now, next.due);
        next.run();
      }
      now = end;
    },
    restore: () => void Object.assign(globalThis, own),
  };
}
