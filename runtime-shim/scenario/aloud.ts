// Dates, times and amounts as a voice reads them: words and whole numbers. The
// words of a language come from the compiler (flow/expr), which says the same.

interface DateWords {
  form: string; // with {d}, {m} and {y}
  first: string; // the first day of a month
  months: string[];
}

interface TimeWords {
  form: string; // with {h}, {m} and {half}
  full: string; // the same for full hours
  halves: string[] | null; // where a day has two
}

interface MoneyWords {
  minus: string;
  and: string;
  scale: number; // minor units in a major one
  major: { [category: string]: string };
  minor: { [category: string]: string };
}

/** 2026-11-24 as "November 24, 2026". */
export function sayDate(date: string, words: DateWords): string {
  const day = Number(date.slice(8));
  return words.form
    .replace("{d}", day === 1 ? words.first : String(day))
    .replace("{m}", words.months[Number(date.slice(5, 7)) - 1])
    .replace("{y}", String(Number(date.slice(0, 4))));
}

/** 09:30 as "9:30 AM". */
export function sayTime(time: string, words: TimeWords): string {
  const minute = time.slice(3, 5);
  let hour = Number(time.slice(0, 2));
  const form = minute === "00" ? words.full : words.form;
  const half = words.halves === null ? "" : words.halves[hour < 12 ? 0 : 1];
  if (words.halves !== null) hour = ((hour + 11) % 12) + 1;
  return form.replace("{h}", String(hour)).replace("{m}", minute).replace("{half}", half);
}

/** 1250 minor units as "12 dollars and 50 cents". */
export function sayMoney(units: number, words: MoneyWords, rule: (n: number) => string): string {
  const whole = Math.floor(Math.abs(units) / words.scale);
  const rest = Math.abs(units) - whole * words.scale;
  const parts = [];
  if (whole !== 0 || rest === 0) parts.push(whole + " " + words.major[rule(whole)]);
  if (rest !== 0) parts.push(rest + " " + words.minor[rule(rest)]);
  const said = parts.join(words.and);
  return units < 0 ? words.minus + " " + said : said;
}
