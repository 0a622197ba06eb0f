// Says which browsers the tests run in here, and why not in the others.
import { chosenEngines, surveyEngines } from './engines.js';

const chosen = await chosenEngines();
for (const { engine, obstacle } of await surveyEngines()) console.log(`${engine}: ${obstacle ?? (chosen.includes(engine) ? 'will run' : 'could run, but was not asked for')}`);
