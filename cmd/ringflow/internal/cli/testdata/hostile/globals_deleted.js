// ends: fine
for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name]; } catch (e) {} }
for (const name of ["Error", "TypeError", "RangeError", "Promise", "Object", "Array", "JSON"]) { try { globalThis[name] = 5; } catch (e) {} }
try { setTimeout(5); } catch (e) {}
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => { e.call.answer(); });
