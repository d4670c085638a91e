const gone = setTimeout(() => see("gone"), 100);
setTimeout(() => see("stays"), 200);
clearTimeout(gone);
clearTimeout(4711);
setTimeout(() => {
  same(seen, ["stays"], "timers that fired");
  verdict();
}, 300);
