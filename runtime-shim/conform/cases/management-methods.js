require(Modules.VoximplantAPI);
const api = new VoximplantAPI.Client();
const calls = [];
for (const space of Object.keys(VoximplantAPI.Client.prototype)) {
  for (const method of Object.keys(api[space])) {
    calls.push(api[space][method]({}).then((answer) => same(answer.result, method[0].toUpperCase() + method.slice(1), `${space}.${method}`)));
  }
}
Promise.all(calls).then(() => {
  same(calls.length, 106, "methods");
  verdict();
});
