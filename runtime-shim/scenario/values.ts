// Money, dates and times. Money is a whole number of minor units; dates and times
// are texts that sort as they follow each other: "2026-11-24", "09:30". Their
// meaning is that of flow/expr, and the same table of cases holds both to it.

import type { FieldValue } from "./flow";

/** The amount that a text spells, with or without its currency, or null. */
export function money(text: string, currency: string, decimals: number): number | null {
  const found = /^(-?)([0-9]+)(?:\.([0-9]+))?(?: ([A-Z]{3}))?$/.exec(text);
  if (found === null || found[4] !== undefined && found[4] !== currency || text.length > 300) return null;
  const fraction = found[3] || "";
  if (fraction.length > decimals) return null;
  const units = Number(found[2] + fraction + "000".slice(0, decimals - fraction.length));
  if (units > Number.MAX_SAFE_INTEGER) return null;
  return found[1] === "-" ? 0 - units : units;
}

/** An amount as text: "12.50 EUR". */
export function moneyText(units: number, currency: string, decimals: number): string {
  let text = String(Math.abs(units));
  if (decimals > 0 && Number.isSafeInteger(units)) {
    text = "000".slice(0, Math.max(0, decimals + 1 - text.length)) + text;
    text = text.slice(0, -decimals) + "." + text.slice(-decimals);
  }
  return (units < 0 ? "-" : "") + text + " " + currency;
}

export function minorUnits(units: number): number {
  return units;
}

/** A product of money, rounded; halves go up, also those that a binary fraction misses. */
export function wholeUnits(x: number): number {
  return x % 1 === 0 ? x : Math.floor(x + 0.5 + Math.min(Math.abs(x) * 4e-16, 0.01));
}

/** The day that a text spells, or null. */
export function date(text: string): string | null {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && text >= "0001" && addDays(text, 0) === text ? text : null;
}

/** The time of the day that a text spells, or null. */
export function time(text: string): string | null {
  return /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text) ? text : null;
}

const firstDay = -719162; // 0001-01-01, counted from 1970-01-01
const lastDay = 2932896; // 9999-12-31
const dayLength = 86_400_000;

function dayNumber(date: string): number {
  return new Date(0).setUTCFullYear(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8)) / dayLength;
}

/** The date so many whole days later, not outside the years 1 to 9999. */
export function addDays(date: string, days: number): string {
  const there = dayNumber(date) + (Math.trunc(days) || 0);
  return new Date(Math.max(firstDay, Math.min(lastDay, there)) * dayLength).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, from 1 for Monday. */
export function weekday(date: string): number {
  return (new Date(dayNumber(date) * dayLength).getUTCDay() + 6) % 7 + 1;
}

// Readers of stored fields: what a flow declares, or undefined.

type Reader = (value: unknown) => FieldValue;

/** An amount as text ("12.50", "12.50 EUR") or as the decimal number that JSON has. */
export function moneyField(currency: string, decimals: number): Reader {
  return value => typeof value === "string" || typeof value === "number" ? orNothing(money(String(value), currency, decimals)) : undefined;
}

export function dateField(value: unknown): FieldValue {
  return typeof value === "string" ? orNothing(date(value)) : undefined;
}

export function timeField(value: unknown): FieldValue {
  return typeof value === "string" ? orNothing(time(value)) : undefined;
}

export function optionalField(read: Reader): Reader {
  return value => value === undefined || value === null ? null : read(value);
}

function orNothing<T>(value: T | null): T | undefined {
  return value === null ? undefined : value;
}
