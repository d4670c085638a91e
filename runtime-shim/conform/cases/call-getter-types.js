onCall((call) => {
  same([typeof call.displayName(), typeof call.vad(), typeof call.toString()], ["string", "boolean", "string"], "types");
  same([dial().displayName(), String(call) === call.toString()], ["", true], "values");
  verdict();
});
