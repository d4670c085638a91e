// ends: fine
// says: still there
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  try { call.__proto__ = null; } catch (e) {}
  try { Object.setPrototypeOf(call, new Proxy({}, {})); } catch (e) {}
  try { Object.setPrototypeOf(VoxEngine, call); } catch (e) {}
  try { VoxEngine.__proto__.__proto__ = VoxEngine; } catch (e) {}
  try { Object.prototype.then = function () {}; } catch (e) {}
  try { Object.defineProperty(Object.prototype, "code", { set() { throw 1; } }); } catch (e) {}
  Logger.write("still there");
});
