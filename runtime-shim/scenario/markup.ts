// Texts with markup (SSML).

/** A value as text inside of markup: nothing in it is markup. */
export function escaped(value: string | number): string {
  return String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&apos;");
}
