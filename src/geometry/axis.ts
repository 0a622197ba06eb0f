import type { Axis } from 'd3-axis';
import type { Selection } from 'd3-selection';

export { axisBottom } from 'd3-axis';

/** What d3-axis placed for one tick: the tick's offset along the axis and its label. */
export interface AxisTick<Domain> {
  readonly value: Domain;
  readonly offset: number;
  readonly label: string;
}

type Attribute = string | number | ((datum: unknown) => string | number);

/** The axis' part of d3-selection's interface, over nothing: it notes what d3-axis enters and sets. */
class Recorder {
  readonly entries: { datum: unknown; label: string; transform: string }[];

  constructor(entries: Recorder['entries'] = []) {
    this.entries = entries;
  }
  selectAll(name: string): Recorder {
    return name === '.tick' ? this : new Recorder();
  }
  data(values: readonly unknown[]): Recorder {
    for (const datum of values) if (datum !== null) this.entries.push({ datum, label: '', transform: '' });
    return this;
  }
  order(): this {
    return this;
  }
  exit(): Recorder {
    return new Recorder();
  }
  enter(): Recorder {
    return this;
  }
  append(): Recorder {
    return this;
  }
  insert(): Recorder {
    return this;
  }
  select(): Recorder {
    return this;
  }
  merge(): Recorder {
    return this;
  }
  filter(): Recorder {
    return new Recorder();
  }
  remove(): this {
    return this;
  }
  each(): this {
    return this;
  }
  attr(name: string, value: Attribute): this {
    if (name === 'transform' && typeof value === 'function') for (const entry of this.entries) entry.transform = String(value(entry.datum));
    return this;
  }
  text(value: (datum: unknown, index: number) => string): this {
    this.entries.forEach((entry, i) => (entry.label = value(entry.datum, i)));
    return this;
  }
}

/**
 * The ticks d3-axis places for an axis, as data. It only asks a selection to enter and set attributes, so a recorder
 * answers in a selection's stead: the same ticks in Node and in every browser, kept by the view's own patching.
 */
export function axisTicks<Domain>(axis: Axis<Domain>): readonly AxisTick<Domain>[] {
  const recorder = new Recorder();
  axis.offset(0)(recorder as unknown as Selection<SVGGElement, unknown, null, undefined>);
  return recorder.entries.map(({ datum, label, transform }) => {
    const [x = 0, y = 0] = (/\(([^)]*)\)/.exec(transform)?.[1] ?? '').split(',').map(Number);
    return { value: datum as Domain, offset: x || y, label };
  });
}
