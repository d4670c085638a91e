VoxEngine.addEventListener(AppEvents.Started, () => {
  const options = new Net.HttpRequestOptions();
  options.method = "POST";
  options.headers = ["Content-Type: application/json"];
  options.postData = "{}";
  Net.httpRequest("https://results.example/made", (answer) => {
    same([answer.code, answer.text], [201, "made"], "answer");
    verdict();
  }, options);
});
