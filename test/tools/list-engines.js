// Says which browsers the tests can run in here, and why not in the others.
import { surveyEngines } from './engines.js';

for (const { engine, obstacle } of await surveyEngines()) console.log(`${engine}: ${obstacle ?? 'will run'}`);
