// Writes from custom-elements.json what editors complete and explain our tags by: dist/vscode.html-custom-data.json
// (VS Code: html.customData) and dist/web-types.json (JetBrains: named in package.json).
import { readFileSync, writeFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const { name, version } = read('package.json');
const classes = read('custom-elements.json').modules.flatMap(({ declarations }) => (declarations ?? []).filter(({ kind }) => kind === 'class'));
const elements = classes.filter(({ tagName }) => tagName);
const homepage = `https://www.npmjs.com/package/${name}`;

/** The words that an attribute takes, where its type lists them. */
function valuesOf({ type }) {
  const words = type?.text.split('|').map((word) => word.trim()) ?? [];
  return words.every((word) => /^'.*'$/.test(word)) ? words.map((word) => word.slice(1, -1)).filter(Boolean) : [];
}

const customData = {
  version: 1.1,
  tags: elements.map(({ tagName, description, attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map((attribute) => {
      const values = valuesOf(attribute).map((value) => ({ name: value }));
      return { name: attribute.name, description: attribute.description, ...(values.length > 0 ? { values } : {}) };
    }),
    references: [{ name, url: homepage }],
  })),
};

const described = (list = []) => list.map(({ name: entry, description }) => ({ name: entry, description }));
const webTypes = {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map(({ tagName, description, attributes = [], members = [], events, slots, cssParts, cssProperties }) => ({
        name: tagName,
        description,
        'doc-url': homepage,
        attributes: attributes.map((attribute) => ({ name: attribute.name, description: attribute.description, value: { type: valuesOf(attribute).length > 0 ? valuesOf(attribute).map((value) => `"${value}"`) : (attribute.type?.text ?? 'string') } })),
        slots: described(slots),
        js: { properties: members.filter(({ kind, privacy, static: fixed, readonly }) => kind === 'field' && !fixed && !readonly && (privacy ?? 'public') === 'public').map((member) => ({ name: member.name, description: member.description, type: member.type?.text })), events: described(events) },
        css: { parts: described(cssParts), properties: described(cssProperties) },
      })),
    },
  },
};

const write = (file, value) => writeFileSync(new URL(`../../dist/${file}`, import.meta.url), `${JSON.stringify(value)}\n`);
write('vscode.html-custom-data.json', customData);
write('web-types.json', webTypes);
