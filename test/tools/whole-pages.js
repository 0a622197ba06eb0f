// Files as a site serves them, beside what the test runner makes of them: nothing is added to /as-is/test/pages/x.html,
// /with-cors/… may be read by every origin, and scripts of /older/… say that they hold an older Lit.
// /in-circles leads to itself, for ever.
// The worker's source answers to its built name, by which the page starts it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answer, resolveFile } from './static-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export function wholePages() {
  return async (context, next) => {
    const [, kind, rest] = /^\/(as-is|with-cors|older)(\/.+)$/.exec(context.url) ?? [];
    if (context.path === '/src/data/worker.js') context.url = '/src/data/worker.ts';
    if (context.path === '/in-circles') return context.redirect('/in-circles');
    if (!rest) return next();
    if (kind === 'older') {
      const file = resolveFile(root, new URL(rest, 'http://localhost').pathname);
      if (!file) return context.throw(404);
      context.type = 'text/javascript';
      context.body = readFileSync(file, 'utf8').replace(/(Versions\?\?=\[\]\)\.push\(")\d+\.\d+\.\d+("\))/g, '$10.0.1$2');
      return undefined;
    }
    context.respond = false;
    context.req.url = rest;
    answer({ root, headers: kind === 'with-cors' ? { 'access-control-allow-origin': '*' } : {} }, context.req, context.res);
    return undefined;
  };
}
