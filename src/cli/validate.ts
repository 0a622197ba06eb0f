import { parseCSV } from '../data/csv.js';
import { DataError } from '../data/errors.js';
import { decode, looksLikeJSON, readBytes } from '../prerender/source.js';
import { UsageError, parse, type Command } from './command.js';
import { faultsOf, looksLikePackage } from './faults.js';
import { JSONError, lineAt, lineOf, placesOf, recordsOf } from './lines.js';

/** A fault of a file as a person can mend it. */
interface Finding {
  readonly file: string;
  /** From 1; 0 where the whole file is at fault. */
  readonly line: number;
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

const REMEDIES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/(finite|whole) number/, /^"-?[\d.,]+"/, 'Write the number without quotes, with a point before decimals and nothing between thousands.'],
  [/(finite|whole) number/, /^"/, 'Leave the cell out, or write null, where there is no value; say why in a caveat.'],
  [/not negative/, /./, 'The field says minimum 0: correct the number, or the field.'],
  [/to be there/, /./, 'Add it.'],
  [/or null where/, /./, 'A gap is written, as null, so that no one takes it for an oversight.'],
  [/calendar date/, /./, 'Write dates as year-month-day.'],
  [/documented keys/, /./, 'Correct its spelling, or take it out: it would be lost without a word.'],
  [/^a value$/, /./, 'Give the row the value, or correct the field’s name in the schema; drop "required" where gaps are meant.'],
  [/once|again|one row for/, /./, 'Take one of them out, or add the field that tells them apart.'],
  [/as many as/, /./, 'Give every column the same number of values; null where there is none.'],
  [/rows$/, /./, 'Put the rows into the file itself, as "data".'],
  [/reported/, /./, 'Use one of the three words, or leave it out: the row then has the dataset’s own.'],
  [/as its field says/, /./, 'Correct the value, or the constraint in the schema.'],
];

const remedyFor = (expected: string, found: string): string => REMEDIES.find(([wanted, given]) => wanted.test(expected) && given.test(found))?.[2] ?? '';

async function findingsOf(file: string): Promise<readonly Finding[]> {
  const whole = (message: string, remedy = '', line = 0, place = ''): Finding[] => [{ file, line, place, message, remedy }];
  let text: string;
  try {
    text = decode(await readBytes(file));
  } catch (error) {
    return whole((error instanceof Error ? error.message : String(error)).replace(`${file}: `, ''));
  }
  const found = (line: (place: string) => number) => ({ place, expected, found: what, message }: DataError): Finding => ({ file, line: line(place), place, message, remedy: remedyFor(expected, what) });
  if (!looksLikeJSON(text, file)) {
    const records = recordsOf(text);
    // reading stops at the first line that is too short or too long: the rest is read without those
    const sound = records.filter(({ cells }) => cells === records[0]?.cells);
    const lines = text.split('\n');
    records.forEach((record, i) => {
      if (!sound.includes(record)) lines.fill('', record.line - 1, (records[i + 1]?.line ?? lines.length + 1) - 1);
    });
    const line = (place: string): number => sound[Number(/\[(\d+)\]$/.exec(place)?.[1] ?? -1) + 1]?.line ?? 1;
    const [header] = records;
    const short = records.filter(({ cells }) => cells !== header?.cells).map((record): Finding => ({ file, line: record.line, place: `line ${record.line}`, message: `expected ${header?.cells} cells, as in the header, found ${record.cells}`, remedy: 'Add or remove commas; put text that holds a comma in quotes.' }));
    try {
      return [...short, ...faultsOf(parseCSV(lines.join('\n'))).map(found(line))];
    } catch (error) {
      if (error instanceof DataError) return [...short, found(line)(error)];
      throw error;
    }
  }
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
    const places = placesOf(text, looksLikePackage(value) ? '' : 'data');
    return faultsOf(value).map(found((place) => lineOf(text, places, place)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!text.trim()) return whole('the file is empty', 'Write a Data Package, an array of records, or CSV.');
    return syntaxFault(text, whole) ?? whole(`it is not JSON: ${error.message}`);
  }
}

function syntaxFault(text: string, whole: (message: string, remedy: string, line: number) => Finding[]): readonly Finding[] | undefined {
  try {
    placesOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof JSONError)) return undefined;
    return whole(`it is not JSON: ${error.message}`, /NaN|Infinity/.test(error.message) ? 'JSON has no NaN or Infinity: write null.' : 'Look at the commas, quotes and brackets there and just before.', lineAt(text, error.offset));
  }
}

export const validate: Command = {
  help: `open-token-charts validate FILE… [--json]

Every error of datasets (Data Package JSON, an array of records, CSV): file, line, place, and what would mend it.
Exit code 1 if there is any.

  --json  an array of {file, line, place, message, remedy} on standard output`,
  async run(args, output) {
    const { values, positionals } = parse(args, { json: { type: 'boolean' } });
    if (positionals.length === 0) throw new UsageError('Which dataset? Name one file or more.');
    const findings: Finding[] = [];
    for (const file of positionals) findings.push(...(await findingsOf(file)));
    if (values.json) output.print(JSON.stringify(findings, null, 2));
    else {
      for (const { file, line, message, remedy } of findings) output.print(`${file}${line ? `:${line}` : ''}: ${message}${/[.!]$/.test(message) ? '' : '.'}${remedy ? ` ${remedy}` : ''}`);
      const bad = new Set(findings.map(({ file }) => file)).size;
      output.print(findings.length ? `${findings.length} ${findings.length === 1 ? 'error' : 'errors'} in ${bad} of ${positionals.length} ${positionals.length === 1 ? 'file' : 'files'}.` : `No error in ${positionals.length} ${positionals.length === 1 ? 'file' : 'files'}.`);
    }
    return findings.length ? 1 : 0;
  },
};
