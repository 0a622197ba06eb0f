/** Whether the bytes have one of the digests, of the strongest kind given, as in the W3C's Subresource Integrity. */
export async function matches(bytes: Uint8Array<ArrayBuffer>, integrity: string): Promise<boolean> {
  const given = integrity.split(/\s+/).map((each) => /^(sha256|sha384|sha512)-([A-Za-z0-9+/_=-]+)/.exec(each)).filter((each) => each !== null);
  const strongest = given.map((each) => each[1] ?? '').sort().at(-1);
  if (strongest === undefined) return true; // metadata of unknown kinds is ignored, as browsers do
  const digest = new Uint8Array(await crypto.subtle.digest(strongest.replace('sha', 'SHA-'), bytes));
  const expected = btoa(String.fromCharCode(...digest));
  return given.some((each) => each[1] === strongest && each[2]?.replace(/-/g, '+').replace(/_/g, '/') === expected);
}
