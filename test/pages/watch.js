// Notes what goes wrong on a page that holds charts: errors, rejections, reports of its policy, requests to other hosts,
// text that ran as script, layout shifts, and what was changed of the page's own globals, prototypes and head.
// A page has it as a classic script before that of the charts, after everything else of its own.
(() => {
  const faults = [];
  const shifts = [];
  const note = (fault) => void (faults[faults.length] = fault);
  addEventListener('error', (event) => {
    const { message = '', target } = event;
    if (!message.startsWith('ResizeObserver loop')) note(message ? `error: ${message}` : `not loaded: ${target?.src ?? target?.href ?? target}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => note(`rejection: ${reason}`));
  document.addEventListener('securitypolicyviolation', (event) => note(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  globalThis.canary = () => note('a string ran as script');
  const host = location.host;
  new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => /^https?:/.test(name) && host && new URL(name).host !== host && note(`request elsewhere: ${name}`))).observe({ type: 'resource', buffered: true });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shifts[shifts.length] = value))).observe({ type: 'layout-shift', buffered: true });

  // what Lit keeps there; `event` comes and goes with the browser's own dispatching, and WebKit makes the list of types when it is first asked for
  const ALLOWED = /^(window\.(litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata|watched|canary|event|\d+)|Symbol\.metadata|PerformanceObserver\.supportedEntryTypes)$/;
  /** Each built-in object by its name, with what its own properties are. */
  const survey = () => {
    const objects = new Map([['window', globalThis]]);
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!/^[A-Z]/.test(name)) continue;
      const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
      if (typeof value !== 'function' && typeof value !== 'object') continue;
      objects.set(name, value);
      if (value?.prototype) objects.set(`${name}.prototype`, value.prototype);
    }
    const found = new Map();
    for (const [name, object] of objects) {
      if (!object) continue;
      for (const key of Reflect.ownKeys(object)) {
        if (ALLOWED.test(`${name}.${String(key)}`)) continue;
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key) ?? {};
        // a global's own value may change, as window.name does; the functions of built-in objects may not
        found.set(`${name}.${String(key)}`, name === 'window' ? [get, set] : [value, get, set]);
      }
    }
    for (const [name, count] of [['head', document.head?.childNodes.length], ['page style sheets', document.styleSheets.length], ['adopted style sheets', document.adoptedStyleSheets?.length], ['body', document.body?.childNodes.length], ['storage', storage()], ['cookies', cookies()]]) found.set(name, [count]);
    return found;
  };
  const storage = () => {
    try {
      return localStorage.length + sessionStorage.length;
    } catch {
      return 0; // a page without an origin has none
    }
  };
  const cookies = () => {
    try {
      return document.cookie;
    } catch {
      return '';
    }
  };
  let before = survey();
  Object.defineProperty(globalThis, 'watched', {
    value: {
      faults,
      shifts,
      /** Forgets what the page was like: from now on changes count. */
      take: () => void (before = survey()),
      /** What is not as it was, by name. */
      changes: (alsoNodes = true) => {
        const now = survey();
        const names = [...new Set([...before.keys(), ...now.keys()])];
        return names.filter((name) => (alsoNodes || name.includes('.')) && (now.get(name)?.length !== before.get(name)?.length || now.get(name)?.some((value, i) => !Object.is(value, before.get(name)[i]))));
      },
    },
  });
})();
