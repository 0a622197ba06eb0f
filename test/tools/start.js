// Builds and serves the demo: npm start. PORT chooses the port; without it the first free one from 8000 on.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serve } from './static-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
for (const command of [['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], ['test/tools/build-css.js']]) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const wanted = process.env.PORT;
const server = await serve({ root, port: Number(wanted ?? 8000), tries: wanted ? 1 : 50, home: '/demo/' }).catch((error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${wanted ?? '8000 to 8049'} is taken; choose another: PORT=9000 npm start` : error.message);
  process.exit(1);
});
console.log(`\nThe demo is at ${server.origin}/demo/  (Ctrl+C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close().then(() => process.exit(0));
  });
}
