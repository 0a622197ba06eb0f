/** What two addresses of one page have in common, taken from `base`: a trailing slash or the letter case of the host makes no other. */
export const addressKey = (address: string, base: string): string => (URL.canParse(address, base) ? new URL(address, base).href.replace(/\/$/, '') : address);
