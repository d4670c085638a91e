// The module IVR: states of a voice menu as ordinary listeners and timers of a
// scenario. The engine hands in the namespace and what the switches decide.
(function (IVR, obey) {
  const usualTimeout = 5000; // ms, by the declarations
  const types = ["select", "inputfixed", "inputunknown", "noinput"];
  const visits = new Map(); // by call: how to leave the state that it is in

  function check(name, settings) {
    if (settings === null || typeof settings !== "object") {
      throw new TypeError(`IVRState ${name} needs settings as its second argument, it got ${settings === null ? "null" : typeof settings}`);
    }
    if (!types.includes(settings.type)) {
      throw new TypeError(`IVRState ${name} has the type ${settings.type}, there are ${types.join(", ")}`);
    }
    if (settings.type === "inputfixed" && !(settings.inputLength > 0)) {
      throw new TypeError(`IVRState ${name} of the type inputfixed needs inputLength, the number of keys, and has ${settings.inputLength}`);
    }
    if (settings.type === "inputunknown" && !settings.terminateOn && !settings.inputValidator) {
      throw new TypeError(`IVRState ${name} of the type inputunknown needs terminateOn or inputValidator, it would never be complete`);
    }
  }

  function give(callback, input) {
    if (callback) callback(input);
  }

  // play starts a prompt; false if there is none.
  function play(call, prompt) {
    if (prompt && prompt.play) {
      call.startPlayback(prompt.play);
    } else if (prompt && prompt.say) {
      call.say(prompt.say, prompt.lang, { ttsOptions: IVR.ttsOptions });
    } else {
      return false;
    }
    return true;
  }

  // visit is a call's stay in a state; it returns how to end it.
  function visit(state, call) {
    const settings = state.settings;
    const deaf = settings.type === "noinput";
    let input = "";
    let speaking = false;
    let timer = 0;
    let left = false; // listeners of the event that ends the visit still run

    function leave() {
      left = true;
      clearTimeout(timer);
      call.removeEventListener("Call.ToneReceived", pressed);
      call.removeEventListener("Call.PlaybackFinished", spoken);
      call.removeEventListener("Call.Disconnected", leave);
      if (visits.get(call) === leave) visits.delete(call);
    }

    function finish(next) {
      leave();
      state.input = input;
      if (next) {
        next.enter(call);
      } else {
        give(state.onInputComplete, input);
      }
    }

    function expire() {
      leave();
      state.input = input;
      give(state.onInputTimeout, input);
    }

    function wait() {
      clearTimeout(timer);
      timer = setTimeout(expire, settings.timeout > 0 ? settings.timeout : usualTimeout);
    }

    function spoken() {
      if (left || !speaking) return;
      speaking = false;
      if (deaf) {
        finish(settings.nextState);
      } else {
        wait();
      }
    }

    function pressed(e) {
      if (left || deaf || (speaking && obey.promptsDeaf)) return;
      if (speaking) {
        speaking = false;
        call.stopPlayback();
        wait();
      } else if (!obey.oneTimeout) {
        wait();
      }
      take(String(e.tone));
    }

    function take(key) {
      const ends = settings.type === "inputunknown" && key === settings.terminateOn;
      if (!ends) input += key;
      if (settings.type === "select") {
        finish(settings.nextStates && settings.nextStates[key]);
      } else if (ends || full()) {
        finish();
      }
    }

    function full() {
      if (settings.type === "inputfixed") return input.length >= settings.inputLength;
      return Boolean(settings.inputValidator && settings.inputValidator(input));
    }

    call.addEventListener("Call.ToneReceived", pressed);
    call.addEventListener("Call.PlaybackFinished", spoken);
    call.addEventListener("Call.Disconnected", leave);
    visits.set(call, leave);
    if (obey.handlesTones) call.handleTones(true);
    speaking = play(call, settings.prompt);
    if (!speaking && deaf) {
      timer = setTimeout(() => finish(settings.nextState), 0);
    } else if (!speaking) {
      wait();
    }
  }

  class IVRState {
    constructor(name, settings, onInputComplete, onInputTimeout) {
      check(name, settings);
      this.name = name;
      this.settings = settings;
      this.input = "";
      this.onInputComplete = onInputComplete;
      this.onInputTimeout = onInputTimeout;
    }

    enter(call) {
      const leave = visits.get(call);
      if (leave) leave();
      visit(this, call);
    }
  }

  for (const name of obey.muted) {
    Object.defineProperty(IVRState.prototype, name, { get: () => (name === "enter" ? () => {} : undefined), set() {} });
  }

  function reset() {
    for (const leave of [...visits.values()]) leave();
  }

  return { IVRState, reset };
})
