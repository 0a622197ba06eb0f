/** An absolute http, https or mailto address made from `path`, or '' where it is none, names a password or cannot be read. */
export function safeAddress(path: string, base = 'https://invalid.invalid/'): string {
  // browsers pass over spaces, tabs and line breaks: " java\nscript:" is a script to them
  const plain = path.replace(/[^\u0021-\uffff]/g, '');
  const relative = !/^[a-z][a-z\d+.-]*:/i.test(plain);
  // a path that starts with two slashes or backslashes would change the host
  if (plain === '' || (relative && /^[\\/]{2}/.test(plain))) return '';
  try {
    const url = new URL(path, relative ? base : undefined);
    if (url.username || url.password) return '';
    if (relative) return path;
    return url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:' ? url.href : '';
  } catch {
    return ''; // not an address: shown as text without a link
  }
}
