const agent = new CCAI.Agent("agent", "eu");
const got = listens(agent, [CCAI.Events.Agent], "ccaiAgent", (e) => e.sent);
const own = [];
for (const name of ["Started", "Stopped"]) agent.addEventListener(CCAI.Events.Agent[name], (e) => {
  if (e.sent === undefined) own.push(name);
});
const methods = commands(CCAI.Agent);
setTimeout(() => {
  for (const name of methods) agent[name]({}).then((answer) => got.push(`${answer.sent} is done`));
}, 1000);
setTimeout(() => agent.destroy(), 5000);
setTimeout(() => {
  same(got.slice().sort(), ["Started", "Stopped"].concat(methods, methods.map((name) => `${name} is done`)).sort(), "events, methods that arrived, promises");
  same([own, typeof agent.id(), seen], [["Started", "Stopped"], "string", []], "events of the platform, id, and listeners that were removed");
  verdict();
}, 6000);
