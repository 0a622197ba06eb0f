import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Mark } from '../geometry/marks.js';
import { variable, type Color } from '../geometry/paint.js';

const paint = (color: Color | undefined): string | typeof nothing => (color ? variable(color) : nothing);

/** A mark as its SVG element. */
export function markTemplate(mark: Mark): SVGTemplateResult {
  switch (mark.shape) {
    case 'line':
      return svg`<line part=${mark.part} x1=${mark.x1} y1=${mark.y1} x2=${mark.x2} y2=${mark.y2} stroke=${paint(mark.stroke)} stroke-dasharray=${mark.dash ?? nothing} stroke-width=${mark.strokeWidth ?? nothing}></line>`;
    case 'text':
      return svg`<text part=${mark.part} x=${mark.x} y=${mark.y} text-anchor=${mark.anchor ?? nothing} font-size=${mark.size} font-weight=${mark.bold ? 600 : nothing} fill=${paint(mark.fill)} stroke=${paint(mark.halo)} stroke-width=${mark.halo ? 5 : nothing} paint-order=${mark.halo ? 'stroke' : nothing}>${mark.text}</text>`;
    case 'path':
      return svg`<path part=${mark.part} d=${mark.d} fill=${paint(mark.fill)} fill-opacity=${mark.fillOpacity ?? nothing} stroke=${paint(mark.stroke)} stroke-width=${mark.strokeWidth ?? nothing} stroke-dasharray=${mark.dash ?? nothing} stroke-opacity=${mark.strokeOpacity ?? nothing}></path>`;
    case 'rect':
      return svg`<rect part=${mark.part} x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height} fill=${paint(mark.fill)} fill-opacity=${mark.fillOpacity ?? nothing} stroke=${paint(mark.stroke)} stroke-width=${mark.strokeWidth ?? nothing} stroke-dasharray=${mark.dash ?? nothing}></rect>`;
    case 'circle':
      return svg`<circle part=${mark.part} cx=${mark.cx} cy=${mark.cy} r=${mark.r} fill=${paint(mark.fill)} stroke=${paint(mark.stroke)} stroke-width=${mark.strokeWidth ?? nothing}></circle>`;
  }
}
