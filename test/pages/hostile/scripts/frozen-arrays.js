Object.freeze(Array.prototype);
Object.freeze(Array);
