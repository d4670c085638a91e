// Everybody's phone rings; who answers first has the call, the others stop.
var team = ["13333333331", "13333333332", "13333333333"];
var legs = [], winner = null;

VoxEngine.addEventListener(AppEvents.CallAlerting, function (e) {
  var call = e.call;
  call.startEarlyMedia();
  call.startPlayback("https://sounds.example/wait.mp3", true);
  call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
  for (i = 0; i < team.length; i++) {
    ring(call, team[i]);
  }
});

function ring(call, number) {
  var leg = VoxEngine.callPSTN(number, "10000000000");
  legs.push(leg);
  leg.addEventListener(CallEvents.Connected, function (e) {
    if (winner) return e.call.hangup();
    winner = e.call;
    legs.forEach(function (other) {
      if (other !== winner && other.state() !== "TERMINATED") other.hangup();
    });
    call.answer();
    VoxEngine.sendMediaBetween(call, winner);
  });
  leg.addEventListener(CallEvents.Failed, function () {
    legs = legs.filter(function (other) { return other !== leg; });
    if (!winner && legs.length == 0) call.reject(486);
  });
  leg.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
}
