// The functions of the flow language. Each has the meaning that flow/expr gives
// it; one table of cases holds both to it. A character is a code point.

export function lower(text: string): string {
  return text.toLowerCase();
}

export function upper(text: string): string {
  return text.toUpperCase();
}

/** Without spaces and line breaks at the ends; other white space stays. */
export function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

export function length(text: string): number {
  return Array.from(text).length;
}

/** The characters from one place up to another; places outside the text are moved to its ends. */
export function slice(text: string, from: number, to: number): string {
  return Array.from(text).slice(Math.max(0, from), Math.max(0, to)).join("");
}

/** Every occurrence replaced; an empty one replaces nothing. */
export function replace(text: string, old: string, by: string): string {
  return old === "" ? text : text.split(old).join(by);
}

export function contains(text: string, part: string): boolean {
  return text.indexOf(part) >= 0;
}

export function startsWith(text: string, part: string): boolean {
  return text.startsWith(part);
}

export function endsWith(text: string, part: string): boolean {
  return text.endsWith(part);
}

/** Whether the pattern, which is anchored on both sides, fits. */
export function matches(text: string, pattern: RegExp): boolean {
  return pattern.test(text);
}

/** The characters one by one, so that a voice reads each. */
export function spell(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const half = code >= 0xdc00 && code <= 0xdfff && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800; // the second of a character
    out += i === 0 || half ? text[i] : ", " + text[i];
  }
  return out;
}

export function text(value: number | boolean | string): string {
  return String(value);
}

/** The decimal number that a text spells, or null. */
export function number(text: string): number | null {
  return text.length <= 300 && /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : null;
}

export function round(x: number): number {
  return Math.floor(x + 0.5);
}

export const floor = Math.floor;
export const ceil = Math.ceil;
export const abs = Math.abs;

export function min(a: number, b: number): number {
  return Math.min(a, b);
}

export function max(a: number, b: number): number {
  return Math.max(a, b);
}

export function count(list: unknown[]): number {
  return list.length;
}

export function first<T>(list: T[]): T | null {
  return at(list, 0);
}

export function join(list: string[], between: string): string {
  return list.join(between);
}

/** The item at a place, null where there is none. */
export function at<T>(list: T[], place: number): T | null {
  return list[place] === undefined ? null : list[place];
}
