const DAY = 86_400_000;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/** @param {string} date ISO calendar date @param {number} days */
export function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Sunday of the week that starts on the given Monday. */
export function weekEnd(weekStart) {
  return addDays(weekStart, 6);
}

/** Whole weeks from one Monday to another. */
export function weeksBetween(first, second) {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / (7 * DAY));
}

/** Every Monday from the first to the last, both included. */
export function mondays(first, last) {
  return Array.from({ length: weeksBetween(first, last) + 1 }, (_, week) => addDays(first, 7 * week));
}

/** A stretch of days in words: "25–31 May 2026", "31 October – 6 November 2026". */
export function periodInWords(start, end) {
  const [year, month, day] = end.split('-').map(Number);
  const [startYear, startMonth, startDay] = start.split('-').map(Number);
  const last = `${day} ${MONTHS[month - 1]} ${year}`;
  if (startYear !== year) return `${startDay} ${MONTHS[startMonth - 1]} ${startYear} – ${last}`;
  if (startMonth !== month) return `${startDay} ${MONTHS[startMonth - 1]} – ${last}`;
  return `${startDay}–${last}`;
}
