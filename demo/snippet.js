// The text of a chart as markup, for the gallery and the Embed page.

const escapes = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escape = (text) => String(text).replace(/[&"<>]/g, (character) => escapes[character]);

/**
 * `<tag name="value" …>` with its closing tag; one attribute a line where one line would be long.
 * @param {string} tag
 * @param {Record<string, string>} attributes an empty value gives the bare name
 * @param {string} [content] what stands between the tags, as markup
 */
export function markup(tag, attributes, content = '') {
  const pairs = Object.entries(attributes).map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`));
  const line = [`<${tag}`, ...pairs].join(' ');
  const open = line.length > 78 && pairs.length > 1 ? `<${tag}\n  ${pairs.join('\n  ')}\n>` : `${line}>`;
  return content ? `${open}\n${content}\n</${tag}>` : `${open}</${tag}>`;
}

/** A dataset as the inline script that a chart reads. `</` would end the script element early. */
export const inlineData = (data) => `  <script type="application/json">\n${JSON.stringify(data, null, 2).replaceAll('</', '<\\/').replace(/^/gm, '    ')}\n  </script>`;
