import { expect, fixture, html } from '@open-wc/testing';
import '../src/define/index.js';
import type { ChartElement } from '../src/view/chart.js';
import { boxOf } from '../src/geometry/annotation-layout.js';
import type { Picture, TextMark } from '../src/geometry/marks.js';
import type { Case } from './cases/case.js';
import { cases as bands } from './cases/lab-bands-chart.js';
import { cases as trends } from './cases/origin-trend-chart.js';
import { settled } from './helpers/chart.js';

async function draw({ tag, data, src, attributes = {} }: Case): Promise<ChartElement> {
  const host = await fixture<HTMLElement>(html`<div style="width: 680px"></div>`);
  const chart = document.createElement(tag) as ChartElement;
  for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) chart.setAttribute(name, value);
  if (data === undefined) chart.src = `/data/${src ?? ''}`;
  else chart.data = data;
  host.append(chart);
  return settled(chart);
}

const texts = (picture: Picture): readonly TextMark[] => picture.marks.filter((mark) => mark.shape === 'text');

for (const each of [...trends, ...bands]) {
  describe(`${each.tag}, ${each.name}`, () => {
    it('keeps every text whole, apart and inside the picture from 240 to 1200 px', async () => {
      const chart = await draw(each);
      const figure = chart.shown?.figure;
      if (!figure) return;
      for (const width of [240, 280, 320, 400, 479, 480, 560, 680, 900, 1200]) {
        for (const rtl of [false, true]) {
          const picture = figure.picture({ width, height: 300, em: 16, rtl });
          const boxes = texts(picture).map((mark) => ({ text: mark.text, ...boxOf(mark) }));
          for (const [i, a] of boxes.entries()) {
            const where = `"${a.text}" at ${width} px${rtl ? ', right to left' : ''}`;
            expect(a.text, where).not.to.contain('…');
            expect(a.left, `${where}, left`).to.be.at.least(-0.5);
            expect(a.right, `${where}, right`).to.be.at.most(width + 0.5);
            expect(a.top, `${where}, top`).to.be.at.least(-1);
            expect(a.bottom, `${where}, bottom`).to.be.at.most(300);
            for (const b of boxes.slice(i + 1)) {
              expect(a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 1.5 && b.top < a.bottom - 1.5, `${where} over "${b.text}"`).to.equal(false);
            }
          }
          for (const mark of picture.marks) if (mark.shape === 'path') expect(mark.d, mark.part).not.to.match(/NaN|Infinity/);
        }
      }
    });

    it('names every band or line: in the plot or in the legend', async () => {
      const figure = (await draw(each)).shown?.figure;
      if (!figure) return;
      const names = figure.length === 0 ? [] : Array.from({ length: figure.series }, (_, series) => figure.point({ index: figure.length - 1, series }).spoken.split(', ')[0] ?? '');
      for (const width of [240, 480, 900]) {
        const picture = figure.picture({ width, height: 300, em: 16 });
        const said = [...texts(picture).map(({ text }) => text), ...picture.legend.map(({ name }) => name)].join('|');
        for (const name of names) expect(said, `${width} px`).to.contain(name);
      }
    });
  });
}
