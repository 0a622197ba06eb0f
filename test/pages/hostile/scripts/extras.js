// Enumerable extras on prototypes, as scripts of another age left them.
for (const { prototype } of [Object, Array, String, Number, Function]) {
  // some are keys that a dataset may lack
  for (const name of ['each', 'extend', 'inspect', 'clone', 'size', 'has', 'merge', 'watch', 'title', 'min', 'max', 'label', 'name', 'path', 'resources', 'provenance', 'schema', 'status', 'complete', 'tokens', 'week', 'annotations', 'constraints', 'categories', 'polluted']) {
    if (name in prototype) continue;
    prototype[name] = function extra() {
      return this;
    };
  }
}
Array.prototype.toJSON = function toJSON() {
  return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
};
