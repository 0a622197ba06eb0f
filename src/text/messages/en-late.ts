/** English for what comes late: details of a point, table, panels. The other languages are one file each and hold these too. */
const messages = {
  asOfName: 'As of',
  base: 'Base',
  method: 'Method',
  caveats: 'What it does not show',
  license: 'Licence',
  version: 'Version',
  revisions: 'Changes',
  // prerendered tables
  someRows: '{n} of {total} rows, evenly chosen, with the first and the last.',
  instructions: 'Left and right arrow keys move from point to point, Home and End to the first and last, up and down between series, [ and ] to the lowest and highest. Escape closes the details.',
  tableOf: 'Data of: {title}',
  sortBy: 'Sort by {column}',
  downloadCSV: 'CSV',
  downloadSVG: 'SVG',
  downloadPNG: 'PNG',
  downloadDataset: 'Whole dataset',
  copyValue: 'Copy this value',
  copied: 'Copied.',
  copySelected: 'Selected: copy it with your copy key.',
} as const;

export default messages;
