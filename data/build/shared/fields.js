/**
 * Builders for `schema.fields[]`. A chart takes its channels by type in the order of the fields: the first date is x,
 * the first text the series, the first number y. Put the fields of a resource in that order.
 */

export const TOKENS = 'trillion tokens';
export const PERCENT = '%';

const STATUSES = ['reported', 'derived', 'representative'];

export function dateField(name, title, more = {}) {
  return { name, type: 'date', title, ...more };
}

export function monthField(name, title, more = {}) {
  return { name, type: 'yearmonth', title, ...more };
}

export function textField(name, title, more = {}) {
  return { name, type: 'string', title, ...more };
}

/** Text that is one of a known set, in the order in which a chart stacks or lists it. */
export function categoryField(name, title, categories, more = {}) {
  return { name, type: 'string', title, categories, ...more };
}

export function numberField(name, title, unit, more = {}) {
  return { name, type: 'number', title, unit, constraints: { minimum: 0 }, ...more };
}

export function wholeNumberField(name, title, unit, more = {}) {
  return { name, type: 'integer', title, unit, constraints: { minimum: 0 }, ...more };
}

/** A percentage of a whole: from 0 to 100. */
export function shareField(name, title, more = {}) {
  return { name, type: 'number', title, unit: PERCENT, constraints: { minimum: 0, maximum: 100 }, ...more };
}

/** Reserved column `status`: how the row's y value came about. */
export function statusField(name = 'status', title = 'Status') {
  return { name, type: 'string', title, constraints: { required: true, enum: STATUSES } };
}

/** Reserved column `complete`: false in a row whose period was not over when the source was read. */
export function completeField() {
  return { name: 'complete', type: 'boolean', title: 'Period is complete' };
}
