/** An absolute http, https or mailto address made from `path`, or '' where it is none, names a password or cannot be read. */
export function safeAddress(path: string, base = 'https://invalid.invalid/'): string {
  const relative = !/^[a-z][a-z\d+.-]*:/i.test(path);
  // a path that starts with two slashes or backslashes would change the host
  if (path === '' || (relative && /^[\s\\/]{2}/.test(path))) return '';
  try {
    const url = new URL(path, base);
    if (url.username || url.password) return '';
    if (relative) return path;
    return url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:' ? url.href : '';
  } catch {
    return ''; // not an address: shown as text without a link
  }
}
