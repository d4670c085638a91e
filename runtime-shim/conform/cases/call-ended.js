onCall((call) => {
  on(call, ["Disconnected"], () => {
    same([call.state(), call.callerid()], ["TERMINATED", "12222222222"], "getters after the end");
    same(thrown(() => call.say("text")) !== "", true, "say() after the end throws");
    verdict();
  });
  call.reject(603);
});
