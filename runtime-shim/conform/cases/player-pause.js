// Started comes once; the pause is no part of what is played.
let began = 0;
const player = VoxEngine.createURLPlayer({ url: "https://sounds.example/bell.mp3" });
player.addEventListener(PlayerEvents.Started, (e) => {
  see("Started");
  began = Date.now();
  setTimeout(() => player.pause(), 2000);
  setTimeout(() => player.resume(), 7000);
  player.addEventListener(PlayerEvents.PlaybackFinished, () => {
    const late = Date.now() - began - e.duration;
    same([seen, late >= 4900 && late <= 5500], [["Started"], true], `${late} ms later than without a pause`);
    verdict();
  });
});
