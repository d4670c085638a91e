onCall(() => {
  same(thrown(() => VoxEngine.callPSTN("13333333333", "10000000000", { amd: {} })) !== "", true, "an object");
  verdict();
});
