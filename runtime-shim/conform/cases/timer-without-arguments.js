setTimeout((...given) => {
  same(given, [], "arguments of the callback");
  verdict();
}, 10, "given");
