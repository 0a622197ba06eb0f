import { dataset, type Case, type Field, type Row } from './case.js';

const tag = 'token-price-chart';
const unit = 'US dollars per million tokens';
const fields: readonly Field[] = [
  { name: 'model', type: 'string', title: 'Model' },
  { name: 'lab', type: 'string', title: 'Lab' },
  { name: 'origin', type: 'string', title: 'Model origin' },
  { name: 'input', type: 'number', title: 'Input', unit },
  { name: 'output', type: 'number', title: 'Output', unit },
  { name: 'date', type: 'string', title: 'Date' },
  { name: 'status', type: 'string', title: 'Status' },
];

/** A row: model, lab, origin, input, output, status. */
const price = (model: string, lab: string, origin: string, input: number | null, output: number | null, status = 'reported'): Row => ({ model, lab, origin, input, output, date: '2026-05-10', status });
const made = (title: string, ...rows: readonly Row[]): unknown => dataset(title, 'US dollars per million tokens.', fields, rows);
const usual = { src: 'prices.json', attributes: { resource: 'spring-2026', reference: 'DeepSeek V4 Flash' } };
const four = [price('Aster', 'Acme', 'China', 0.14, 0.28), price('Birch', 'Bolt', 'US', 1, 5), price('Cedar', 'Core', 'Europe', 0.2, 0.5), price('Dune', 'Acme', 'China', 0.55, 2.2)];

export const cases: readonly Case[] = [
  { name: 'usual', tag, ...usual, note: 'One price a model, spring 2026, dearest first.' },
  { name: 'four models', tag, src: 'prices.json', attributes: { ...usual.attributes, models: 'Claude Haiku 4.5, Kimi K2.6, Grok 4.1 Fast, DeepSeek V4 Flash' } },
  { name: 'blended', tag, data: made('Sorted by what a mix of tokens costs', ...four), attributes: { sort: 'blended', 'input-share': '90' }, note: 'A tick at the blended price of each row.' },
  { name: 'several prices a model', tag, src: 'prices.json', attributes: { models: 'Hy3 preview, GLM-5.1, DeepSeek V4 Flash' }, note: 'Rows of one model are told apart by date; free and missing prices are listed.' },
  { name: 'free and missing', tag, data: made('What has no place on a logarithmic axis', ...four, price('Free', 'Foss', 'Europe', 0, 0), price('Half free', 'Foss', 'Europe', 0, 0.3), price('Output free', 'Foss', 'Europe', 0.3, 0), price('Input only', 'Foss', 'Europe', 0.1, null), price('Output only', 'Foss', 'Europe', null, 0.9), price('Unknown', 'Foss', 'Europe', null, null)) },
  { name: 'cheaper output', tag, data: made('Output cheaper than input', price('Aster', 'Acme', 'China', 3, 1), price('Birch', 'Bolt', 'US', 1, 3)), note: 'The value stays at the output’s end.' },
  { name: 'one row', tag, data: made('One price', price('Birch', 'Bolt', 'US', 1, 5)) },
  { name: 'none', tag, data: made('No prices yet') },
  { name: 'all zero', tag, data: made('Everything is free', price('Aster', 'Acme', 'China', 0, 0), price('Birch', 'Bolt', 'US', 0, 0)), note: 'Listed without an axis.' },
  { name: 'one huge', tag, data: made('One price leaves the others behind', ...four, price('Gold', 'Gilt', 'US', 90_000, 2_000_000)) },
  { name: 'long names', tag, data: made('Models whose names are longer than their prices', price('Consolidated Very Large Language Model 12.5 Instruct Preview', 'Institute for Very Large Language Models', 'China', 0.5, 2), price('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk 2', 'Donaudampfschifffahrt', 'Europe', 1, 5)) },
  { name: 'derived and representative', tag, data: made('How sure each price is', price('Aster', 'Acme', 'China', 1, 4), price('Birch', 'Bolt', 'US', 0.5, 2, 'derived'), price('Cedar', 'Core', 'Europe', 0.2, 1, 'representative')), note: 'Plain, dashed and dotted lines; a hole in the dot.' },
  { name: '320 px', tag, ...usual, width: 320, note: 'Names stand over their prices.' },
  { name: 'right to left', tag, dir: 'rtl', attributes: { lang: 'ar', heading: 'أسعار الرموز' }, data: made('الأسعار', price('نموذج أول', 'مختبر', 'الصين', 0.14, 0.28), price('نموذج ثان', 'معمل', 'أوروبا', 1, 5)), note: 'The axis runs from the right.' },
  { name: 'dark', tag, scheme: 'dark', data: made('A dark page', ...four) },
];
