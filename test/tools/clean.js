// Removes what a build makes: node test/tools/clean.js PATH…
import { rmSync } from 'node:fs';
import path from 'node:path';

for (const target of process.argv.slice(2)) {
  const inside = path.relative(process.cwd(), path.resolve(target));
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) throw new Error(`${target} is not inside this folder`);
  rmSync(inside, { recursive: true, force: true });
}
