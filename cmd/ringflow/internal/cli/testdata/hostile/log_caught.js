// ends: RF5007|RF5004
for (let n = 0; n < 1e8; n += 10000) { try { Logger.write("z".repeat(10000)); } catch (e) {} }
