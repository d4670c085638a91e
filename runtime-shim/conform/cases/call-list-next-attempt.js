VoxEngine.addEventListener(AppEvents.Started, () => {
  same(thrown(() => CallList.requestNextAttempt("tomorrow")) !== "", true, "a text instead of an object");
  same(thrown(() => CallList.requestNextAttempt({ start_at: "2026-04-13 09:00:00", attempts_left: 2 })), "", "an object");
  same(thrown(() => CallList.reportResult("done", "then")) !== "", true, "a text instead of a callback");
  verdict();
});
