// Runs scripts in fresh contexts of V8, with the platform at the other end of a
// pipe: one JSON message a line, see PeerMessage. It knows nothing of the platform.
"use strict";
const fs = require("fs");
const vm = require("vm");

let pending = Buffer.alloc(0);
function receive() {
  for (;;) {
    const end = pending.indexOf(10);
    if (end >= 0) {
      const line = pending.subarray(0, end).toString("utf8");
      pending = pending.subarray(end + 1);
      return JSON.parse(line);
    }
    const chunk = Buffer.alloc(65536);
    const n = fs.readSync(0, chunk, 0, chunk.length, null);
    if (n === 0) process.exit(0);
    pending = Buffer.concat([pending, chunk.subarray(0, n)]);
  }
}

function send(message) {
  const line = Buffer.from(JSON.stringify(message) + "\n");
  for (let sent = 0; sent < line.length; ) sent += fs.writeSync(1, line, sent);
}

let realm;
let unhandled = new Map();
process.on("unhandledRejection", (reason, promise) => unhandled.set(promise, reason));
process.on("rejectionHandled", (promise) => unhandled.delete(promise));

class Realm {
  constructor(names) {
    this.callbacks = [];
    this.numbers = new Map(); // of callbacks
    this.hosts = new Map(); // by number
    this.hostNumbers = new WeakMap();
    this.promises = new Map();
    this.scripts = new Set(); // their names
    this.context = vm.createContext({});
    this.own = vm.runInContext("({Object, Array, Promise, Date, Error, TypeError, RangeError, SyntaxError, ReferenceError, Math, Function})", this.context);
    const global = vm.runInContext("globalThis", this.context);
    for (const name of ["console", "WebAssembly", "SharedArrayBuffer", "Atomics", "escape", "unescape"]) {
      if (name !== "escape" && name !== "unescape") delete global[name];
    }
    for (const name of names) {
      Object.defineProperty(global, name, {
        configurable: true,
        enumerable: false,
        get: () => this.ask({ op: "get", id: 0, key: name }),
        set: (value) => Object.defineProperty(global, name, { configurable: true, writable: true, enumerable: true, value }),
      });
    }
    this.own.Math.random = () => this.ask({ op: "random" });
    vm.runInContext("(function (now) { const real = Date; globalThis.Date = new Proxy(real, { construct: (target, args, fresh) => Reflect.construct(target, args.length ? args : [now()], fresh), apply: () => new real(now()).toString(), get: (target, key) => (key === 'now' ? now : target[key]) }); })", this.context)(() => this.ask({ op: "now" }));
  }

  // ask talks to the platform until it answers; it may call back in between.
  ask(message) {
    send(message);
    for (;;) {
      const answer = receive();
      if (answer.op === "return") return this.decode(answer.value);
      if (answer.op === "throw") throw this.decode(answer.value);
      let done;
      try {
        done = { op: "done", value: this.encode(this.step(answer)) };
      } catch (error) {
        done = { op: "done", threw: true, value: this.encode(error) };
      }
      send(done);
    }
  }

  step(message) {
    switch (message.op) {
      case "run":
        this.scripts.add(message.name);
        new vm.Script(message.text, { filename: message.name }).runInContext(this.context);
        return undefined;
      case "invoke":
        return this.callbacks[message.id - 1](...(message.args || []).map((arg) => this.decode(arg)));
      case "settle": {
        const { resolve, reject } = this.promises.get(message.id);
        this.promises.delete(message.id);
        (message.threw ? reject : resolve)(this.decode(message.value));
        return undefined;
      }
    }
    throw new Error("unknown step " + message.op);
  }

  encode(value, depth = 0) {
    switch (typeof value) {
      case "undefined":
      case "symbol":
        return { k: "" };
      case "bigint":
        return { k: "plain", v: String(value) };
      case "number":
        return Number.isFinite(value) ? { k: "plain", v: value } : { k: "number", v: String(value) };
      case "function":
        return this.hostNumbers.has(value) ? { k: "function", id: this.hostNumbers.get(value) } : { k: "callback", id: this.numberOf(value) };
      case "object":
        break;
      default:
        return { k: "plain", v: value };
    }
    if (value === null) return { k: "plain", v: null };
    if (this.hostNumbers.has(value)) return { k: "host", id: this.hostNumbers.get(value) };
    if (depth > 20 || value instanceof this.own.Promise) return { k: "" };
    if (Object.prototype.toString.call(value) === "[object Error]") return { k: "error", keys: [String(value.name), ...this.places(value)], v: String(value.message) };
    if (Object.prototype.toString.call(value) === "[object Date]") return { k: "date", v: value.getTime() };
    if (Array.isArray(value)) return { k: "array", items: Array.from(value, (item) => this.encode(item, depth + 1)) };
    if (ArrayBuffer.isView(value)) return { k: "array", items: Array.from(value, (item) => this.encode(item, depth + 1)) };
    if (typeof value.toJSON === "function") return this.encode(value.toJSON(""), depth + 1);
    const keys = Object.keys(value);
    return { k: "object", keys, items: keys.map((key) => this.encode(value[key], depth + 1)) };
  }

  // places returns where an error was made, innermost first, as FILE:LINE:COLUMN.
  places(error) {
    const found = String(error.stack).matchAll(/^ +at (?:.* \()?([^()\s]+):(\d+):(\d+)\)?$/gm);
    return Array.from(found, ([, file, line, column]) => ({ file, at: `${file}:${line}:${column}` }))
      .filter(({ file }) => this.scripts.has(file))
      .map(({ at }) => at);
  }

  numberOf(callback) {
    if (!this.numbers.has(callback)) {
      this.callbacks.push(callback);
      this.numbers.set(callback, this.callbacks.length);
    }
    return this.numbers.get(callback);
  }

  decode(value) {
    if (!value) return undefined;
    const items = value.items || [];
    switch (value.k) {
      case "plain":
        return value.v === undefined ? null : value.v;
      case "number":
        return Number(value.v);
      case "callback":
        return this.callbacks[value.id - 1];
      case "error": {
        const made = new (this.own[value.keys[0]] || this.own.Error)(value.v || "");
        return made;
      }
      case "date":
        return new this.own.Date(value.v);
      case "array":
        return this.own.Array.from(items.map((item) => this.decode(item)));
      case "object": {
        const made = new this.own.Object();
        (value.keys || []).forEach((key, i) => (made[key] = this.decode(items[i])));
        return made;
      }
      case "promise":
        return new this.own.Promise((resolve, reject) => this.promises.set(value.id, { resolve, reject }));
      case "host":
      case "function":
        return this.host(value);
    }
    return undefined;
  }

  // host stands for an object or function of the platform.
  host({ k, id }) {
    if (this.hosts.has(id)) return this.hosts.get(id);
    const target = k === "function" ? function () {} : new this.own.Object();
    const listed = {
      ownKeys: () => [...this.ask({ op: "keys", id })],
      getOwnPropertyDescriptor: (_, key) => ({ configurable: true, enumerable: true, writable: true, value: this.ask({ op: "get", id, key: String(key) }) }),
    };
    const made = new Proxy(target, {
      ...(k === "host" ? listed : {}),
      get: (_, key) => (typeof key === "string" ? this.ask({ op: "get", id, key }) : undefined),
      getPrototypeOf: () => this.ask({ op: "proto", id }),
      set: (_, key, value) => {
        this.ask({ op: "set", id, key: String(key), value: this.encode(value) });
        return true;
      },
      apply: (_, self, args) => this.ask({ op: "call", id, self: this.encode(self), args: args.map((arg) => this.encode(arg)) }),
      construct: (_, args) => this.ask({ op: "new", id, args: args.map((arg) => this.encode(arg)) }),
    });
    this.hosts.set(id, made);
    this.hostNumbers.set(made, id);
    return made;
  }
}

// next does one step of the platform's and ends it when all jobs have run.
function next() {
  const message = receive();
  const done = { op: "done" };
  try {
    if (message.op === "start") {
      unhandled = new Map();
      realm = new Realm(message.names);
    } else {
      done.value = realm.encode(realm.step(message));
    }
  } catch (error) {
    done.threw = true;
    done.value = realm.encode(error);
  }
  setImmediate(() => {
    if (unhandled.size > 0) {
      done.unhandled = Array.from(unhandled.values(), (reason) => realm.encode(reason));
      unhandled.clear();
    }
    send(done);
    next();
  });
}
next();
