/** The tag of a class: `TokenVolumeChart` is `token-volume-chart`. */
export const kebab = (name: string): string => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
