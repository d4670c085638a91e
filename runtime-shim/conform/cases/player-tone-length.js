function play(script) {
  const player = VoxEngine.createToneScriptPlayer(script);
  const began = Date.now();
  for (const name of ["Started", "PlaybackFinished", "Error"]) player.addEventListener(PlayerEvents[name], (e) => see([script, name, Date.now() - began, e.error !== undefined]));
}
const short = "425@-19;5(1/4/1)", long = "350@-19,440@-19;.5(*/0/1+2);2(.25/.25/1,.5/0/2)", endless = "1000@-16;*(*/0/1))", wrong = "no tones";
for (const script of [short, long, endless, wrong]) play(script);
setTimeout(() => {
  const of = (script) => seen.filter((event) => event[0] === script).map((event) => event.slice(1));
  same(of(short), [["Started", 0, false], ["PlaybackFinished", 5000, false]], "5 s");
  same(of(long), [["Started", 0, false], ["PlaybackFinished", 2500, false]], "two sections");
  same(of(endless), [["Started", 0, false]], "without an end");
  same(of(wrong), [["Error", 0, true], ["PlaybackFinished", 0, true]], "no tone script");
  verdict();
}, 30000);
