// A page that shuts its prototypes before others run.
for (const each of [Object, Array, Function, String, Number, Promise, Map, Set, Error, RegExp, Date]) {
  Object.freeze(each.prototype);
  Object.freeze(each);
}
