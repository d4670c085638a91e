// What comes from outside is read by the types that the flow declares, and
// nothing else of it enters the call.

import type { FieldValue } from "./flow";
import { digits } from "./phone";
import { session } from "./session";

/** A type of the flow. "?" after a word, or optional: may be absent, and is null then. Money, dates and times have readers. */
export type Shape = string | ((value: unknown) => FieldValue) | { fields: Shapes; optional?: boolean } | { list: Shape; optional?: boolean } | { words: string[]; optional?: boolean };
export type Shapes = { [name: string]: Shape };

type Fields = { [name: string]: unknown };

/** The declared fields of an object, or undefined if it is not as declared. Exact: a text may not be a number. */
export function fit(value: unknown, shapes: Shapes, exact = false): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const out: Fields = {};
  const names = Object.keys(shapes);
  for (let i = 0; i < names.length; i++) {
    const field = read((value as Fields)[names[i]], shapes[names[i]], exact);
    if (field === undefined) return undefined;
    out[names[i]] = field;
  }
  return out;
}

function read(value: unknown, shape: Shape, exact: boolean): unknown {
  if (typeof shape === "function") return shape(value);
  if (typeof shape === "string") return value === undefined || value === null ? absent(shape.indexOf("?") > 0) : scalar(value, shape.replace("?", ""), exact);
  if (value === undefined || value === null) return absent(shape.optional === true);
  if ("fields" in shape) return fit(value, shape.fields, exact);
  if ("words" in shape) return shape.words.indexOf(value as string) >= 0 ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  const out: unknown[] = [];
  for (let i = 0; i < value.length; i++) {
    const item = read(value[i], shape.list, exact);
    if (item === undefined) return undefined;
    out.push(item);
  }
  return out;
}

function absent(may: boolean): null | undefined {
  return may ? null : undefined;
}

function scalar(value: unknown, kind: string, exact: boolean): unknown {
  switch (kind) {
    case "phone":
      return digits(value, session.flow.country) || undefined;
    case "number":
      return typeof value === "number" && isFinite(value) ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "url":
      return typeof value === "string" && /^https?:\/\/[^\/\s]/.test(value) ? value : undefined;
    case "email":
      return typeof value === "string" && /^[^@\s]+@[^@\s]+$/.test(value) ? value : undefined;
    default:
      return typeof value === "string" ? value : typeof value === "number" && !exact ? String(value) : undefined;
  }
}
