import { executeServerCommand } from '@web/test-runner-commands';
import type { ChartElement } from '../../src/view/chart.js';
import { cases, type Case } from '../cases/index.js';
import { root, until } from './chart.js';
import '../../src/define/index.js';

/** A case as its chart. */
export interface Shown {
  readonly entry: Case;
  readonly element: ChartElement;
  /** `tag: name of the case`. */
  readonly name: string;
}

/** How the page shows the cases: all settings of the reader's, or of the page around the charts. */
export interface Setting {
  /** Of the container, CSS px. */
  readonly width?: number;
  /** Font size of the container, CSS px; 32 is text at 200 %. */
  readonly fontSize?: number;
  readonly dir?: 'rtl' | 'ltr';
  readonly dark?: boolean;
  /** The spacing of WCAG 1.4.12, forced into every chart. */
  readonly spaced?: boolean;
}

/** Every element that has cases. */
export const TAGS: readonly string[] = [...new Set(cases.map(({ tag }) => tag))];

const SPACING = new CSSStyleSheet();
SPACING.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}');

let stage: HTMLElement | undefined;

/** Every case (or those chosen) below one another in one container, settled. A case keeps its own direction, not its width or scheme. */
export async function showCases(setting: Setting = {}, chosen: (entry: Case) => boolean = () => true): Promise<readonly Shown[]> {
  clear();
  stage = document.createElement('div');
  stage.id = 'stage';
  document.body.append(stage);
  const shown = cases.filter(chosen).map((entry): Shown => {
    const element = document.createElement(entry.tag) as unknown as ChartElement;
    for (const [name, value] of Object.entries(entry.attributes ?? {})) element.setAttribute(name, value);
    element.loading = 'eager';
    if (entry.src) element.src = `/data/${entry.src}`;
    else element.data = entry.data;
    if (entry.dir) element.dir = entry.dir;
    return { entry, element, name: `${entry.tag}: ${entry.name}` };
  });
  apply(shown, setting);
  stage.append(...shown.map(({ element }) => element));
  await settle(shown);
  return shown;
}

/** The same charts in another setting. */
export async function resetCases(shown: readonly Shown[], setting: Setting): Promise<void> {
  apply(shown, setting);
  await settle(shown);
}

function apply(shown: readonly Shown[], { width = 680, fontSize = 16, dir, dark = false, spaced = false }: Setting): void {
  if (!stage) return;
  stage.style.cssText = `width:${width}px;font-family:"Liberation Sans",Arial,sans-serif;font-size:${fontSize}px;${dark ? 'color:#eef0f3;background:#15171a;color-scheme:dark' : 'color:#16181d;background:#fff;color-scheme:light'}`;
  stage.dir = dir ?? '';
  for (const { element, entry } of shown) {
    element.dir = dir ?? entry.dir ?? '';
    const sheets = (): CSSStyleSheet[] => root(element).adoptedStyleSheets;
    const set = (): void => {
      root(element).adoptedStyleSheets = [...sheets().filter((sheet) => sheet !== SPACING), ...(spaced ? [SPACING] : [])];
    };
    if (element.renderRoot) set();
    else void element.updateComplete.then(set);
  }
}

export function clear(): void {
  stage?.remove();
  stage = undefined;
}

/** Waits until all charts have their outcome, and those with a picture have painted the one for their present room. */
export async function settle(shown: readonly Shown[]): Promise<void> {
  await until(() => shown.every(({ element }) => ['ready', 'empty', 'error'].includes(element.state)), 'an outcome of every case');
  await document.fonts.ready;
  // a picture may change the room itself, through its legend, so wait for two quiet frames
  for (let quiet = 0; quiet < 2; ) {
    const before = shown.map(({ element }) => element.shown?.picture);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await Promise.all(shown.map(({ element }) => element.updateComplete));
    quiet = shown.every(({ element }, i) => element.shown?.picture === before[i] && (element.state !== 'ready' || element.view === 'table' || before[i])) ? quiet + 1 : 0;
  }
}

/** Settings of the reader's system that a page can ask for; false where this engine cannot pretend them. */
export async function media(features: Readonly<Record<string, string>>): Promise<boolean> {
  return (await executeServerCommand('engine-media', { features })) !== 'unsupported';
}

/** The viewport, CSS px. */
export const viewport = (width: number, height: number): Promise<unknown> => executeServerCommand('engine-viewport', { width, height });
