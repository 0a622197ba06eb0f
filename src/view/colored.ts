import { noChange } from 'lit';
import { Directive, PartType, directive, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Paints an element's background by its style object: a style attribute in the markup would be refused by strict pages. */
class Colored extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('colored() belongs in an element position');
  }
  render(_color: string): typeof noChange {
    return noChange;
  }
  override update(part: ElementPart, [color]: [string]): typeof noChange {
    if (part.element instanceof HTMLElement) part.element.style.background = color;
    return noChange;
  }
}

export const colored = directive(Colored);
