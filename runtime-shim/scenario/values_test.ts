// Stored fields of the types that few flows use. What the functions mean is in
// the table of cases of flow/expr.

import { equal, test } from "./testdata/assert";
import { dateField, moneyField, optionalField, timeField } from "./values";

const euros = moneyField("EUR", 2);

test("money is read as text and as a number of JSON, to the cent", () => {
  for (const [value, units] of [["12.50", 1250], ["12.50 EUR", 1250], [12.5, 1250], [0.1, 10], [1.15, 115], [4.35, 435], [-3, -300], ["0", 0]] as const) {
    equal(euros(value), units, String(value));
  }
});

test("what is no amount of the currency is malformed", () => {
  for (const value of ["12.50 USD", "12,50", "12.505", 0.001, 1e21, true, null, undefined, {}, [], ""]) equal(euros(value), undefined, String(value));
});

test("dates and times", () => {
  equal(dateField("2028-02-29"), "2028-02-29");
  equal(timeField("09:30"), "09:30");
  for (const value of ["2026-02-29", "24.12.2026", 20261224, null]) equal(dateField(value), undefined, String(value));
  for (const value of ["24:00", "9:30", 930, 9.5, undefined]) equal(timeField(value), undefined, String(value));
});

test("an optional field may be absent, and is not anything", () => {
  equal(optionalField(euros)(undefined), null);
  equal(optionalField(dateField)(null), null);
  equal(optionalField(timeField)("09:30"), "09:30");
  equal(optionalField(timeField)("soon"), undefined);
});
