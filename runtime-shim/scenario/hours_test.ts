// Opening hours: the table of moments.

import { openness } from "./hours";
import { equal, test } from "./testdata/assert";
import table from "./testdata/hours.json";

test("moments", () => {
  for (const { calendar, at, is } of table.moments) {
    const { table: zone, week, holidays } = (table.calendars as { [name: string]: { table: number[]; week: number[]; holidays: string[] } })[calendar];
    equal(openness({ zone, week, holidays }, Date.parse(at)), is, calendar + " " + at);
  }
});

test("before the first change and behind the last one the offset stays", () => {
  const calendar = { zone: [60, 29054940, 120, 29357340, 60], week: [0, 60], holidays: [] };
  equal(openness(calendar, Date.parse("2024-12-29T23:00:00Z")), "open");
  equal(openness(calendar, Date.parse("2060-07-04T23:00:00Z")), "open");
});
