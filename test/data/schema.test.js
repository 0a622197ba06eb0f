import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { datasets, HERE } from './helpers/datasets.js';
import { placesOfFaults } from './helpers/validator.js';

const readIndex = (folder) => Object.entries(JSON.parse(readFileSync(new URL(`${folder}/index.json`, HERE), 'utf8')));
const readText = (file) => readFileSync(new URL(file, HERE), 'utf8');

for (const [name, dataset] of datasets) {
  test(`schema.json on data/${name}.json finds no fault`, () => {
    assert.deepEqual(placesOfFaults(dataset), []);
  });
}

for (const [file, { form, rows }] of readIndex('good').filter(([, { form }]) => form === 'package')) {
  test(`schema.json on good/${file} finds no fault`, () => {
    const dataset = JSON.parse(readText(`good/${file}`));
    assert.deepEqual(placesOfFaults(dataset), []);
    const { data } = dataset.resources[0];
    assert.equal(Array.isArray(data) ? data.length : Object.values(data)[0].length, rows, form);
  });
}

for (const [file, { place, seenBySchema, about }] of readIndex('bad')) {
  if (seenBySchema) {
    test(`schema.json on bad/${file} points at ${place || 'the whole'}: ${about}`, () => {
      const places = placesOfFaults(JSON.parse(readText(`bad/${file}`)));
      assert.ok(places.includes(place), `places found: ${places.join(', ')}`);
    });
  } else if (file.endsWith('.json')) {
    test(`schema.json on bad/${file} sees nothing: ${about}`, () => {
      const text = readText(`bad/${file}`);
      if (place === '') assert.throws(() => JSON.parse(text), SyntaxError);
      else assert.deepEqual(placesOfFaults(JSON.parse(text)), []);
    });
  }
}

for (const folder of ['good', 'bad']) {
  test(`${folder}/index.json lists every file beside it`, () => {
    const listed = readIndex(folder).map(([file]) => file);
    const found = readdirSync(new URL(`${folder}/`, HERE)).filter((file) => file !== 'index.json');
    assert.deepEqual(listed.sort(), found.sort());
  });
}
