// Runs a bundle of tests, each in a context of its own: node run.mjs BUNDLE.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const script = new vm.Script(readFileSync(process.argv[2], "utf8"), { filename: process.argv[2] });

function run(only) {
  const runner = { only, names: [] };
  script.runInContext(vm.createContext({ runner }));
  return runner.names;
}

const names = run("");
for (const name of names) {
  try {
    run(name);
  } catch (error) {
    console.error(`${name}: ${error.stack}`);
    process.exitCode = 1;
  }
}
console.log(`${names.length} tests ${process.exitCode ? "run" : "passed"}`);
