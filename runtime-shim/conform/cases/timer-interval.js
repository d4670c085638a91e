const start = Date.now();
const id = setInterval(() => {
  see(Date.now() - start >= 100 * (seen.length + 1));
  if (seen.length < 3) return;
  clearInterval(id);
  same([seen, typeof id, id > 0], [[true, true, true], "number", true], "an interval of 1 ms becomes 100 ms");
  verdict();
}, 1);
