import type { CSSResult } from 'lit';

/** Sheets made again for other documents: none takes another's. */
const copies = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** Adds the rules to a shadow root once, by a sheet of its own document; a root that was adopted has lost those it had. */
export function addSheet(root: HTMLElement | DocumentFragment, style: CSSResult): void {
  const { ownerDocument } = root;
  let sheet = ownerDocument === document ? style.styleSheet : copies.get(ownerDocument)?.get(style);
  const view = ownerDocument.defaultView;
  if (!sheet && view) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    copies.set(ownerDocument, new Map(copies.get(ownerDocument)).set(style, sheet));
  }
  if (root instanceof ShadowRoot && sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
