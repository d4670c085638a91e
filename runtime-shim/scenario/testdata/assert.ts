// Tests of the effects. Each runs in an interpreter of its own, because a
// session takes one call: the runner loads this bundle once to learn the names,
// then once for each name.

interface Runner {
  only: string; // name of the test to run; "" runs none
  names: string[];
}

declare const runner: Runner;

export function test(name: string, body: () => void): void {
  runner.names.push(name);
  if (runner.only === name) body();
}

/** Compares by value. */
export function equal(got: unknown, want: unknown, what = "value"): void {
  const a = JSON.stringify(got, null, 1);
  const b = JSON.stringify(want, null, 1);
  if (a !== b) throw new Error(what + "\n got " + a + "\nwant " + b);
}

export function ok(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
