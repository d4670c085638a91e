let lexical = 5;
function declared() { return lexical; }
implicit = 6;
VoxEngine.addEventListener(AppEvents.Started, () => {
  same([typeof seen, declared(), globalThis.implicit], ["object", 5, 6], "names of two scripts");
  verdict();
});
