// What is shipped is known: a list of its parts, their licences, the hashes of its files, and what a site is told of both.
// Needs a build: npm run build.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (file) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(text('package.json'));

/** Packages whose code is in a script file, by its source maps. */
const bundled = new Set(
  ['dist', 'dist/chunks'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.js.map')).flatMap((file) => JSON.parse(text(`${folder}/${file}`)).sources))
    .map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]).filter(Boolean),
);
const installed = (name) => JSON.parse(text(`node_modules/${name}/package.json`));

describe('npm run sbom', () => {
  const bill = JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }));
  const components = new Map(bill.components.map((each) => [each.name, each]));

  it('prints a CycloneDX list of this package', () => {
    assert.equal(bill.bomFormat, 'CycloneDX');
    assert.match(bill.specVersion, /^1\.\d+$/);
    assert.deepEqual([bill.metadata.component.name, bill.metadata.component.version], [manifest.name, manifest.version]);
  });

  it('has every package that is bundled or that npm installs with it, in the version that is here, with its licence and hash', () => {
    assert.ok(bundled.size > 5);
    for (const name of new Set([...bundled, ...Object.keys(manifest.dependencies)])) {
      const found = components.get(name);
      assert.equal(found?.version, installed(name).version, name);
      assert.ok(found.licenses?.length && found.hashes?.length && found.purl?.startsWith('pkg:npm/'), name);
    }
  });

  it('says who asks for whom, each of them in it once', () => {
    const refs = [bill.metadata.component, ...bill.components].map((each) => each['bom-ref']);
    assert.deepEqual(bill.dependencies.map(({ ref }) => ref), refs);
    assert.equal(new Set(refs).size, refs.length);
    for (const { ref, dependsOn } of bill.dependencies) for (const each of dependsOn) assert.ok(refs.includes(each), `${ref} asks for ${each}`);
  });

  it('has nothing that only developers install', () => {
    for (const name of ['typescript', 'rollup', 'axe-core', 'fast-check']) assert.equal(components.has(name), false, name);
  });
});

describe('versions', () => {
  it('of what is shipped are exact, and locked with the hash of each file', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) assert.match(version, /^\d+\.\d+\.\d+$/, name);
    const { packages } = JSON.parse(text('package-lock.json'));
    for (const [place, { integrity, link }] of Object.entries(packages)) if (place && !link) assert.match(integrity ?? '', /^sha512-/, place);
  });
});

describe('dist/NOTICE', () => {
  const notice = text('dist/NOTICE');

  it('has name, version and the whole licence of every package that is bundled', () => {
    for (const name of bundled) {
      const { version, license } = installed(name);
      assert.ok(notice.includes(`${name} ${version} (${license})`), name);
      const file = readdirSync(path.join(root, 'node_modules', name)).find((each) => /^licen[cs]e/i.test(each));
      assert.ok(notice.includes(text(`node_modules/${name}/${file}`).trim()), `${name}'s licence`);
    }
  });

  it('has those too whose code a bundled package brings along compiled', () => {
    for (const name of ['intl-messageformat', 'tslib', '@formatjs/icu-messageformat-parser']) assert.ok(notice.includes(`${name} `), name);
    assert.match(notice, /Oath Inc/);
  });

  it('goes with the package', () => assert.ok(manifest.files.includes('dist') && existsSync(path.join(root, 'dist/NOTICE'))));
});

describe('dist/integrity.json', () => {
  it('has the hash of every script that a page may name, as it is', () => {
    const { version, files } = JSON.parse(text('dist/integrity.json'));
    assert.equal(version, manifest.version);
    assert.deepEqual(Object.keys(files).sort(), readdirSync(path.join(root, 'dist')).filter((file) => file.endsWith('.js')).sort());
    for (const [file, hash] of Object.entries(files)) assert.equal(hash, `sha384-${createHash('sha384').update(readFileSync(path.join(root, 'dist', file))).digest('base64')}`, file);
  });
});

describe('SECURITY.md', () => {
  const security = text('SECURITY.md');

  it('says how a hole is reported, what is trusted, what is not, and what a site should set', () => {
    assert.match(security, /Report a hole privately/);
    assert.deepEqual([...security.matchAll(/^## (.+)$/gm)].map(([, title]) => title), ['What is trusted', 'What is not', 'The frame', 'What a site should set']);
    const parts = security.split(/^## .+$/m);
    for (const word of ['page', 'script files']) assert.ok(parts[1].includes(word), word);
    for (const word of ['A dataset', 'Attributes', 'The network', 'spreadsheet']) assert.ok(parts[2].includes(word), word);
    for (const word of ['embed.html', 'embed-parent.js']) assert.ok(parts[3].includes(word), word);
    for (const word of ['script-src', 'connect-src', 'worker-src', 'integrity', 'CORS']) assert.ok(parts[4].includes(word), word);
  });

  it('says the limits that the code has', () => {
    const load = text('src/data/load.ts');
    const [, bytes] = /MAX_BYTES = ([\d_]+)/.exec(load);
    const [, seconds] = /TIMEOUT_SECONDS = (\d+)/.exec(load);
    assert.match(security, new RegExp(`${Number(bytes.replaceAll('_', '')) / 1e6} million bytes`));
    assert.match(security, new RegExp(`${seconds} seconds the longest wait`));
  });

  it('and the README name the Trusted Types policies that the scripts make, and what becomes of a page that allows none (R6)', () => {
    const scripts = ['dist', 'dist/chunks'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.js')).map((file) => text(`${folder}/${file}`))).join('\n');
    const made = new Set([...scripts.matchAll(/createPolicy\(["'`]([\w-]+)/g)].map(([, name]) => name));
    assert.ok(made.has('lit-html'), [...made].join());
    for (const name of made) assert.ok(security.includes(`\`${name}\``) || security.includes(`trusted-types ${name}`), name);
    assert.match(text('README.md'), /trusted-types lit-html/);
    assert.match(security, /with `'none'` nothing is drawn/);
    assert.match(security, /'allow-duplicates'/);
  });
});
