/**
 * A picture of one chart: its place in the gallery, and what goldens, accessibility checks and the prerender tests draw.
 * The data is in the case (`data`) or among the shipped datasets (`src`, a path under data/).
 */
export interface Case {
  /** Unique among the cases of its tag: what is unusual here, in a few words. */
  readonly name: string;
  readonly tag: string;
  /** As the property of the chart: a Data Package, or an array of records. */
  readonly data?: unknown;
  /** Path under data/: `token-volume.json`. */
  readonly src?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Width of the chart in CSS px; without it the room there is, 680 in goldens. */
  readonly width?: number;
  readonly dir?: 'rtl';
  readonly scheme?: 'dark';
  /** What to look at, a sentence. */
  readonly note?: string;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly unit?: string;
}

/** A small Data Package with the words a chart needs. Cases are made up and say so: no figure of theirs is anyone's. */
export function dataset(title: string, description: string, fields: readonly Field[], rows: readonly Row[], more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    title,
    description,
    sources: [{ title: 'Made up for this gallery' }],
    provenance: { asOf: '2026-05-31', status: 'reported' },
    ...more,
    resources: [{ name: 'rows', data: rows, schema: { fields } }],
  };
}
