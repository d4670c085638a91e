// ends: fine
// says: survived
JSON.stringify = JSON.parse = () => { throw 1; };
for (const name of Object.getOwnPropertyNames(Array.prototype)) { try { Array.prototype[name] = () => { throw 2; }; } catch (e) {} }
for (const name of ["push", "call", "apply", "bind"]) Function.prototype[name] = () => { throw 3; };
Promise.prototype.then = Promise.resolve = Promise.reject = () => { throw 4; };
Promise = function () { throw 5; };
VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => {
  const call = e.call;
  call.answer();
  call.say("hello");
  Logger.write("survived");
});
