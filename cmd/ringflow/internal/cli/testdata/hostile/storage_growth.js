// ends: RF5004|RF5008|RF5005|RF5009
require(Modules.ApplicationStorage);
for (let i = 0; i < 1e6; i++) ApplicationStorage.put("k" + i, "x".repeat(2000), 100).catch(() => {});
