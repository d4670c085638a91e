// The table of spellings.

import { dialable, digits, samePhone } from "./phone";
import type { Country, Phone } from "./flow";
import { session } from "./session";
import { equal, ok, test } from "./testdata/assert";
import table from "./testdata/phones.json";

function country(name: string | undefined): Country | undefined {
  return name === undefined ? undefined : (table.countries as { [name: string]: Country })[name];
}

test("digits", () => {
  for (const { value, country: name, digits: want } of table.digits as { value: unknown; country?: string; digits: string | null }[]) {
    equal(digits(value, country(name)), want, JSON.stringify(value) + " " + name);
  }
});

test("digits of digits are the same", () => {
  for (const { digits: bare } of table.digits) if (bare !== null) equal(digits("+" + bare), bare);
});

test("same number", () => {
  for (const { a, b, country: name, same } of table.same as { a: Phone; b: Phone; country?: string; same: boolean }[]) {
    session.flow.country = country(name);
    equal(samePhone(a, b), same, JSON.stringify([a, b]) + " " + name);
    equal(samePhone(b, a), same, JSON.stringify([b, a]) + " " + name);
  }
});

test("the number that is dialled", () => {
  for (const { value, country: name, dialled } of table.dialled as { value: Phone; country?: string; dialled: string | null }[]) {
    session.flow.country = country(name);
    equal(dialable(value), dialled, JSON.stringify(value));
  }
});

test("the table is long enough to rely on", () => {
  ok(table.digits.length + table.same.length + table.dialled.length >= 90, "cases");
});
