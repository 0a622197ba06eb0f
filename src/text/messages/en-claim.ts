/** English for the verdicts on an article's claims, which come when there is one to judge. The other languages are one file each and hold these too. */
const messages = {
  claimData: 'The data says {value}.',
  claimUndecided: 'Not checked: {why}',
  claimTimes: '{number} times',
  claimNoChart: 'no chart with the id “{what}” is on this page.',
  claimNoFor: 'the claim names no chart.',
  claimFailed: 'the data of its chart could not be read.',
  claimNoNumber: 'the text has no number.',
  claimNumbers: 'the text has several numbers.',
  claimNoDate: 'the text has no date.',
  claimNoName: 'the text names none of {what}.',
  claimUnit: 'the text does not count in the data’s unit, {what}.',
  claimBound: 'the data gives only {value}.',
  claimLanguage: 'words such as “about” are read in English only.',
  claimGap_fact: 'there is no fact “{what}”.',
  claimGap_field: 'the data has no such field {what}.',
  claimGap_at: 'the data has nothing at “{what}”.',
  claimGap_series: 'the data has no “{what}”.',
  claimGap_choose: 'the data has several series and the claim names none.',
  claimGap_duplicate: 'the data has several answers.',
  claimGap_missing: 'the data has no value there.',
  claimGap_zero: 'the data has a zero to divide by.',
  claimGap_crossing: 'the data has no crossing number {what}.',
  claimGap_dates: 'the data has no dates.',
} as const;

export default messages;
