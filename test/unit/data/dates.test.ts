import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDate, parseMonth, parseYear } from '../../../src/data/dates.js';

const two = (value: number): string => String(value).padStart(2, '0');
const yearText = (year: number): string => (year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`);

/** The engine's calendar: NaN where it had to carry, so that 30 February is none. */
function oracle(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : NaN;
}

const years = fc.oneof(fc.integer({ min: -271_820, max: 275_759 }), fc.integer({ min: 0, max: 9999 }), fc.constantFrom(-4, 0, 4, 1900, 2000, 2024, 2100, 2400));

describe('parseDate', () => {
  it('gives every day of 400 years, leap years among them, the milliseconds of Date.UTC', () => {
    for (let time = Date.UTC(1800, 0, 1); time < Date.UTC(2200, 0, 1); time += 86_400_000) {
      const text = new Date(time).toISOString().slice(0, 10);
      if (parseDate(text) !== time) expect.fail(text);
    }
  });

  it('agrees with the engine on any year, month and day, BCE and impossible ones included', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
        expect(parseDate(`${yearText(year)}-${two(month)}-${two(day)}`)).to.deep.equal(oracle(year, month, day));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives any time of day, fraction and zone the milliseconds of the engine', () => {
    const digits = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(digits(23), digits(59), digits(59), digits(999), fc.constantFrom('Z', '+00:00', '-05:30', '+14:00', '-12:00'), (hour, minute, second, fraction, zone) => {
        const text = `2026-02-28T${two(hour)}:${two(minute)}:${two(second)}.${String(fraction).padStart(3, '0')}${zone}`;
        expect(parseDate(text)).to.equal(Date.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every thousandth of a second exactly', () => {
    for (let i = 0; i < 1000; i++) expect(parseDate(`2026-05-25T23:59:59.${String(i).padStart(3, '0')}`)).to.equal(Date.UTC(2026, 4, 25, 23, 59, 59, i));
  });

  const valid: Record<string, number> = {
    '2026-05-25': Date.UTC(2026, 4, 25),
    '2024-02-29': Date.UTC(2024, 1, 29),
    '2026-05-25T10:30': Date.UTC(2026, 4, 25, 10, 30),
    '2026-05-25 10:30:15': Date.UTC(2026, 4, 25, 10, 30, 15),
    '2026-05-25T10:30:15.123456789Z': Date.UTC(2026, 4, 25, 10, 30, 15, 123),
    '2026-05-25T00:00+0200': Date.UTC(2026, 4, 24, 22),
    '0001-01-01': -62_135_596_800_000,
    '-000001-12-31': -62_167_305_600_000,
  };
  for (const [text, time] of Object.entries(valid)) it(`reads ${text}`, () => expect(parseDate(text)).to.equal(time));

  const invalid = ['', ' ', '2026', '2026-05', '2026-5-25', '2026-05-25Z', '25.05.2026', '11/05/2026', 'May 25, 2026', '2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-10', '2026-05-00', '2026-05-25T24:00', '2026-05-25T10:60', '2026-05-25T10:30:60', '2026-05-25T10', '2026-05-25T10:30+99:99', '2026-05-25T10:30+02:75', ' 2026-05-25', '2026-05-25\n', '٢٠٢٦-٠٥-٢٥', '20260525', '+2026-05-25', '１２３４-05-25', 'NaN', '2026-W22-1'];
  for (const text of invalid) it(`refuses ${JSON.stringify(text)}`, () => expect(parseDate(text)).to.be.NaN);

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void [parseDate(text), parseMonth(text), parseYear(text)]));
  });
});

describe('parseMonth and parseYear', () => {
  it('give the start of any month and year', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 13 }), (year, month) => {
        expect(parseMonth(`${yearText(year)}-${two(month)}`)).to.deep.equal(oracle(year, month, 1));
        expect(parseYear(yearText(year))).to.equal(oracle(year, 1, 1));
      }),
    );
  });

  for (const text of ['', '2026-5', '2026-05-25', '2026-13', 'May 2026']) it(`parseMonth refuses ${JSON.stringify(text)}`, () => expect(parseMonth(text)).to.be.NaN);
  for (const text of ['', '26', '20266', '2026.5', '-2026']) it(`parseYear refuses ${JSON.stringify(text)}`, () => expect(parseYear(text)).to.be.NaN);
});
