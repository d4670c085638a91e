same([typeof fetch, typeof XMLHttpRequest, typeof Buffer, typeof process, typeof window, typeof setImmediate], Array(6).fill("undefined"), "names of browsers and Node");
verdict();
