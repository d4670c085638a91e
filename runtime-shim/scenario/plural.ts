// Which plural form of a text goes with a number: the rules of Unicode CLDR, one
// function for all languages that share a rule. A number is spoken as it is
// shown, so its fraction never ends with zeros. flow/expr knows which language
// has which rule, and a test holds both to CLDR.

type Category = "zero" | "one" | "two" | "few" | "many" | "other";

/** A number's whole part and the digits of its fraction, as numbers; -0 and signs do not count. */
function parts(n: number): { i: number; f: number } {
  const text = String(Math.abs(n)).split(".");
  return { i: Number(text[0]), f: text[1] === undefined ? 0 : Number(text[1]) };
}

function between(n: number, from: number, to: number): boolean {
  return n >= from && n <= to && n % 1 === 0;
}

/** English, German, Spanish and most others. */
export function pluralOne(n: number): Category {
  return Math.abs(n) === 1 ? "one" : "other";
}

/** French, Portuguese of Brazil, Armenian: everything below two. */
export function pluralBelowTwo(n: number): Category {
  return Math.abs(n) < 2 ? "one" : "other";
}

/** Hindi, Bengali, Persian: from zero up to one. */
export function pluralUpToOne(n: number): Category {
  return Math.abs(n) <= 1 ? "one" : "other";
}

/** Punjabi: zero and one. */
export function pluralZeroOne(n: number): Category {
  return between(Math.abs(n), 0, 1) ? "one" : "other";
}

export function pluralSinhala(n: number): Category {
  const { i, f } = parts(n);
  return between(Math.abs(n), 0, 1) || (i === 0 && f === 1) ? "one" : "other";
}

export function pluralDanish(n: number): Category {
  const { i, f } = parts(n);
  return Math.abs(n) === 1 || (f !== 0 && i < 2) ? "one" : "other";
}

export function pluralIcelandic(n: number): Category {
  const { i, f } = parts(n);
  return f !== 0 || (i % 10 === 1 && i % 100 !== 11) ? "one" : "other";
}

export function pluralMacedonian(n: number): Category {
  const { i, f } = parts(n);
  return (f === 0 && i % 10 === 1) || f % 10 === 1 ? "one" : "other";
}

export function pluralLatvian(n: number): Category {
  const { i, f } = parts(n);
  const two = f > 9 && f < 100;
  if ((f === 0 && (i % 10 === 0 || between(i % 100, 11, 19))) || (two && between(f % 100, 11, 19))) return "zero";
  if (f === 0 ? i % 10 === 1 && i % 100 !== 11 : f % 10 === 1 && !(two && f % 100 === 11)) return "one";
  return "other";
}

export function pluralLithuanian(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "many";
  if (between(i % 100, 11, 19)) return "other";
  return i % 10 === 1 ? "one" : i % 10 === 0 ? "other" : "few";
}

/** Russian, Ukrainian and Belarusian. */
export function pluralRussian(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "other";
  if (i % 10 === 1 && i % 100 !== 11) return "one";
  return between(i % 10, 2, 4) && !between(i % 100, 12, 14) ? "few" : "many";
}

export function pluralPolish(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "other";
  if (i === 1) return "one";
  return between(i % 10, 2, 4) && !between(i % 100, 12, 14) ? "few" : "many";
}

/** Czech and Slovak. */
export function pluralCzech(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "many";
  return i === 1 ? "one" : between(i, 2, 4) ? "few" : "other";
}

export function pluralSlovenian(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0 || between(i % 100, 3, 4)) return "few";
  return i % 100 === 1 ? "one" : i % 100 === 2 ? "two" : "other";
}

/** Serbian, Croatian and Bosnian. */
export function pluralSerbian(n: number): Category {
  const { i, f } = parts(n);
  const last = f === 0 ? i : f;
  if (last % 10 === 1 && last % 100 !== 11) return "one";
  return between(last % 10, 2, 4) && !between(last % 100, 12, 14) ? "few" : "other";
}

export function pluralRomanian(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0 || i === 0) return "few";
  return i === 1 ? "one" : between(i % 100, 1, 19) ? "few" : "other";
}

export function pluralHebrew(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "other";
  if (i === 1) return "one";
  if (i === 2) return "two";
  return i > 10 && i % 10 === 0 ? "many" : "other";
}

export function pluralArabic(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "other";
  if (i === 0) return "zero";
  if (i === 1) return "one";
  if (i === 2) return "two";
  return between(i % 100, 3, 10) ? "few" : between(i % 100, 11, 99) ? "many" : "other";
}

export function pluralWelsh(n: number): Category {
  const whole: Category[] = ["zero", "one", "two", "few", "other", "other", "many"];
  return whole[Math.abs(n)] || "other";
}

export function pluralIrish(n: number): Category {
  const whole = Math.abs(n);
  if (whole === 1) return "one";
  if (whole === 2) return "two";
  return between(whole, 3, 6) ? "few" : between(whole, 7, 10) ? "many" : "other";
}

export function pluralMaltese(n: number): Category {
  const { i, f } = parts(n);
  if (f !== 0) return "other";
  if (i === 1) return "one";
  return i === 0 || between(i % 100, 2, 10) ? "few" : between(i % 100, 11, 19) ? "many" : "other";
}

export function pluralFilipino(n: number): Category {
  const { i, f } = parts(n);
  const last = (f === 0 ? i : f) % 10;
  return (f === 0 && between(i, 1, 3)) || (last !== 4 && last !== 6 && last !== 9) ? "one" : "other";
}

/** Inuktitut: one, two, and more. */
export function pluralOneTwo(n: number): Category {
  const whole = Math.abs(n);
  return whole === 1 ? "one" : whole === 2 ? "two" : "other";
}
