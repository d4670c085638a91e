// Asks for a key, says what is stored under it, reports and hangs up.
require(Modules.ApplicationStorage);
let caller, typed = '';

VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  caller = e.call;
  caller.handleTones(true);
  caller.addEventListener(CallEvents.Connected, () => caller.say('key?', { voice: VoiceList.Amazon.en_US_Joanna }));
  caller.addEventListener(CallEvents.ToneReceived, onTone);
  caller.addEventListener(CallEvents.Disconnected, report);
  caller.answer();
});

async function onTone(e) {
  if (e.tone !== '#') {
    typed += e.tone;
    return;
  }
  const found = await ApplicationStorage.get(typed);
  await ApplicationStorage.put('seen:' + typed, 'yes', 60);
  caller.say(found ? found.value : 'nothing');
}

async function report() {
  const key = VoxEngine.getSecretValue('results_key');
  await Net.httpRequestAsync(VoxEngine.getSecretValue('results_url'), {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, postData: JSON.stringify({ typed, key }),
  });
  VoxEngine.terminate();
}
