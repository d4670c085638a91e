// ends: RF5002
// says: too much recursion
function deep() { try { deep(); } catch (e) { throw e; } }
try { deep(); } catch (e) {}
Logger.write("caught");
