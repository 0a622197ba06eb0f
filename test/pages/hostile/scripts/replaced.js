// Functions of the language replaced by simpler ones of the page's own.
Array.from = function from(things) {
  const list = [];
  if (things === undefined || things === null) return list;
  if (typeof things[Symbol.iterator] === 'function') for (const thing of things) list.push(thing);
  else for (let i = 0; i < things.length; i++) list.push(things[i]);
  return list;
};
JSON.stringify = (value) => String(value);
Object.assign = (target, ...sources) => {
  for (const source of sources) for (const key in source) target[key] = source[key];
  return target;
};
Function.prototype.bind = function bind(self, ...first) {
  const call = this;
  return function bound(...rest) {
    return call.apply(self, first.concat(rest));
  };
};
Element.prototype.remove = function remove() {
  this.parentNode?.removeChild(this);
};
globalThis.$ = (id) => document.getElementById(id);
