/** Registers a class, unless the page has an element of that name: another copy or version of this package, say. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
