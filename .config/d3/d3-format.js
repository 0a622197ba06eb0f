// Stands in for d3-format in the script builds: every number a reader sees is written by Intl, and every axis has an
// explicit tick format, so d3-scale's own is never the last word.
export const format = () => String;
export const formatPrefix = format;
export const formatSpecifier = () => ({ type: '', precision: 0 });
export const precisionFixed = () => 0;
export const precisionPrefix = precisionFixed;
export const precisionRound = precisionFixed;
