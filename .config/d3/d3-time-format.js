// Stands in for d3-time-format in the script builds: every date a reader sees is written by Intl.
export const timeFormat = () => String;
export const utcFormat = timeFormat;
