// npm run sbom: what is shipped, as a CycloneDX list: this package, and each that is bundled in its scripts or that npm
// installs with it, as package-lock.json has them. npm's own list leaves out packages that a developer's package asks for
// too, Lit among them, and ends with an error where such a package disagrees with another.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (file) => JSON.parse(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8'));
const { name, version, description, license } = read('package.json');
const { packages } = read('package-lock.json');

/** Where npm puts what a package asks for: beside it, or beside one that holds it. */
function placeOf(wanted, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${wanted}`;
    if (packages[place]) return place;
    if (!folder) throw new Error(`${wanted}, which ${from || name} asks for, is not in package-lock.json`);
  }
}
const asked = (place) => Object.entries({ dependencies: 'required', optionalDependencies: 'optional' }).flatMap(([kind, scope]) => Object.keys(packages[place][kind] ?? {}).map((each) => [placeOf(each, place), scope]));

const scopes = new Map([['', 'required']]);
for (const [place, scope] of scopes) for (const [next, own] of asked(place)) if (scopes.get(next) !== 'required') scopes.set(next, scope === 'required' ? own : 'optional');
scopes.delete('');

const refOf = (place) => (place ? `pkg:npm/${place.slice(place.lastIndexOf('node_modules/') + 13).replace('@', '%40')}@${packages[place].version}` : `pkg:npm/${name}@${version}`);
const licensesOf = (words) => (words ? [/^[\w.-]+$/.test(words) ? { license: { id: words } } : { expression: words }] : []);
const component = (place, scope) => {
  const { version: its, integrity = '', license: words } = packages[place];
  const [algorithm, digest] = integrity.split(/-(.*)/s);
  return {
    'bom-ref': refOf(place),
    type: 'library',
    name: place.slice(place.lastIndexOf('node_modules/') + 13),
    version: its,
    scope,
    licenses: licensesOf(words),
    purl: refOf(place),
    hashes: digest ? [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] : [],
  };
};
const places = [...scopes].sort(([a], [b]) => (a < b ? -1 : 1));
console.log(JSON.stringify({
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { 'bom-ref': refOf(''), type: 'library', name, version, description, licenses: licensesOf(license), purl: refOf('') } },
  components: places.map(([place, scope]) => component(place, scope)),
  dependencies: ['', ...places.map(([place]) => place)].map((place) => ({ ref: refOf(place), dependsOn: [...new Set(asked(place).map(([next]) => refOf(next)))] })),
}, null, 2));
