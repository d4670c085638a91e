// Opening hours. They are local times of a zone, whose offsets the compiler has
// put into the script: engines differ in what they know of zones.

import type { Calendar, Edges } from "./flow";
import { begin, settle } from "./state";

const dayMinutes = 1440;
const weekMinutes = 10080;

/** The effect. */
export function hours(calendar: Calendar, to: Edges): void {
  begin(to, undefined);
  settle(openness(calendar, Date.now()));
}

/** Whether a calendar is open, closed or on holiday. Hours belong to the day on which they start. */
export function openness(calendar: Calendar, now: number): "open" | "closed" | "holiday" {
  const { zone, week } = calendar;
  const minute = Math.floor(now / 60000);
  let offset = zone[0];
  for (let i = 1; i < zone.length && minute >= zone[i]; i += 2) offset = zone[i + 1];
  const local = minute + offset;
  const day = Math.floor(local / dayMinutes);
  const inWeek = (day + 3) % 7 * dayMinutes + local % dayMinutes; // 1970-01-01 was a Thursday
  for (let i = 0; i < week.length; i += 2) {
    for (let at = inWeek; at <= inWeek + weekMinutes; at += weekMinutes) {
      const started = day - Math.floor(at / dayMinutes) + Math.floor(week[i] / dayMinutes);
      if (at >= week[i] && at < week[i + 1] && !isHoliday(calendar, started)) return "open";
    }
  }
  return isHoliday(calendar, day) ? "holiday" : "closed";
}

function isHoliday({ holidays }: Calendar, day: number): boolean {
  const date = new Date(day * dayMinutes * 60000).toISOString().slice(0, 10);
  return holidays.indexOf(date) >= 0 || holidays.indexOf(date.slice(5)) >= 0;
}
