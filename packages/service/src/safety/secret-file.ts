// Knows that a file with a secret is readable for its owner alone.
import { existsSync, statSync } from "node:fs";
import type { Unsafe } from "./unsafe.ts";

const OTHERS = 0o077;

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, "0");
}

/** What is unsafe about a file that holds a secret; nothing where it is not there. */
export function unsafeSecretFile(path: string, what: string): readonly Unsafe[] {
  if (!existsSync(path)) return [];
  const { mode, uid } = statSync(path);
  const own = process.getuid?.();
  if ((mode & OTHERS) !== 0) {
    const advice = `chmod 600 ${path}, and give it a new secret if others may have read it`;
    return [{ what, expected: "0600, readable for its owner alone", found: octal(mode), advice }];
  }
  if (own !== undefined && own !== 0 && uid !== own) {
    const advice = `chown it to the user that runs Rettvei`;
    return [{ what, expected: `a file of user ${own}`, found: `one of user ${uid}`, advice }];
  }
  return [];
}
