// The application's secrets. Reading them is newer than the platform's
// declarations, so it may be missing.

import { line, message } from "./log";

/** The value of a secret, or an error when there is none. */
export function secretValue(name: string): string {
  const value: string | undefined = VoxEngine["getSecretValue"](name);
  if (!value) throw new Error("there is no secret " + name);
  return value;
}

/** The value of a secret, "" when there is none, which is logged with what is not done then. */
export function secret(name: string, without: string): string {
  let value: string | undefined;
  try {
    value = VoxEngine["getSecretValue"](name);
  } catch (thrown) {
    line("note", message(thrown));
  }
  if (!value) line("note", without + ": there is no secret " + name);
  return value || "";
}
