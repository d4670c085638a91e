// Date as the platform has it: its local time is UTC. The interpreter takes
// local time from the machine, so what reads or writes local time is replaced
// by what reads or writes UTC.
(function (Machine) {
  const p = Machine.prototype;
  for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
    p["get" + part] = p["getUTC" + part];
    if (part !== "Day") p["set" + part] = p["setUTC" + part];
  }
  const two = (n) => String(n).padStart(2, "0");
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const valid = (d, text) => (isNaN(d) ? "Invalid Date" : text());
  const date = (d) => `${days[d.getDay()]} ${months[d.getMonth()]} ${two(d.getDate())} ${String(d.getFullYear()).padStart(4, "0")}`;
  const clock = (d) => `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
  const numbers = (d) => `${two(d.getMonth() + 1)}/${two(d.getDate())}/${d.getFullYear()}`;
  const define = (name, value) => Object.defineProperty(p, name, { value, writable: true, configurable: true });
  define("getTimezoneOffset", function () { return isNaN(this) ? NaN : 0; });
  define("toDateString", function () { return valid(this, () => date(this)); });
  define("toTimeString", function () { return valid(this, () => `${clock(this)} GMT+0000 (UTC)`); });
  define("toString", function () { return valid(this, () => `${date(this)} ${clock(this)} GMT+0000 (UTC)`); });
  define("toLocaleDateString", function () { return valid(this, () => numbers(this)); });
  define("toLocaleTimeString", function () { return valid(this, () => clock(this)); });
  define("toLocaleString", function () { return valid(this, () => `${numbers(this)}, ${clock(this)}`); });

  // A time without a zone is UTC; of the ISO forms a date alone is that anyway.
  const zone = /Z$|GMT|UTC|[+-]\d\d:?\d\d\b/i;
  function parse(text) {
    const known = Machine.parse(text);
    if (isNaN(known) || zone.test(text) || /^[+-]?\d{4,6}(-\d\d){0,2}$/.test(text)) return known;
    return Machine.parse(text + (/\dT\d/.test(text) ? "Z" : " GMT"));
  }

  function Date(...parts) {
    if (new.target === undefined) return new Machine().toString();
    let time = parts;
    if (parts.length > 1) time = [Machine.UTC(...parts)];
    else if (typeof parts[0] === "string") time = [parse(parts[0])];
    return Reflect.construct(Machine, time, new.target);
  }
  Date.prototype = p;
  define("constructor", Date);
  Date.now = Machine.now;
  Date.UTC = Machine.UTC;
  Date.parse = (text) => parse(String(text));
  Object.defineProperty(Date, "length", { value: 7 });
  return Date;
})
