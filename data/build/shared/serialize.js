/**
 * JSON for people: two spaces a level, and one line for each row, field, source and revision, so that a change of one
 * row is a change of one line.
 *
 * @param {object} dataPackage
 * @returns {string} ends in a line break
 */
export function serialize(dataPackage) {
  return `${block(dataPackage, '')}\n`;
}

function block(value, indent) {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => (isResource(item) ? block(item, inner) : JSON.stringify(item)));
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${block(item, inner)}`);
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** Of all objects in arrays only a resource is long enough to be spread over lines. */
function isResource(value) {
  return isObject(value) && 'data' in value;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
