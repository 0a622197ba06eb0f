/** A chart in one situation: a picture in the gallery, and what tests draw. */
export interface Case {
  readonly name: string;
  readonly tag: string;
  /** A dataset in memory; wins over `src`. */
  readonly data?: unknown;
  /** Path of a shipped dataset under data/. */
  readonly src?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Container width in px; default: as wide as the page lets it be. */
  readonly width?: number;
  readonly dir?: 'rtl';
  readonly scheme?: 'dark';
  readonly note?: string;
}
