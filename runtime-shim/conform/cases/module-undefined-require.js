same(thrown(() => require(Modules.Nothing)), "", "require of nothing");
verdict();
