// Knows how to run PostgreSQL's programs as somebody who is not root, for as root it refuses to run.
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { AppError } from "../app-error.ts";

const run = promisify(execFile);
const NOBODY = 65_534;
const EVERYBODY_MAY_ENTER = 0o001;

/** The user that the server runs as. */
export interface ServerUser {
  /** Undefined where the system has no numbers of users. */
  readonly uid: number | undefined;
  /** Makes a path the server's own. */
  own(path: string): void;
  /** Runs a program as that user; answers its output, throws if it fails. */
  run(program: string, args: readonly string[]): Promise<string>;
}

const environment = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C" };

async function output(program: string, args: readonly string[], as: object): Promise<string> {
  const { stdout } = await run(program, [...args], { ...as, cwd: "/", env: environment });
  return stdout;
}

function uidOfNobody(): number {
  try {
    return Number(execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }));
  } catch {
    return NOBODY;
  }
}

/** `setpriv` lets a user without root's name keep root's right to pass closed folders, and see that it may. */
function setprivArgs(uid: number): readonly string[] {
  const capability = "+dac_override";
  return [
    "--securebits=+no_setuid_fixup",
    `--reuid=${uid}`,
    `--regid=${uid}`,
    "--clear-groups",
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
}

function succeeds(program: string, args: readonly string[], as: object): boolean {
  try {
    execFileSync(program, args, { ...as, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function nobody(home: string): ServerUser {
  const uid = uidOfNobody();
  const as = { uid, gid: uid };
  const own = (path: string): void => chownSync(path, uid, uid);
  chmodSync(home, statSync(home).mode | EVERYBODY_MAY_ENTER);
  if (succeeds("test", ["-x", home], as)) {
    return { uid, own, run: (program, args) => output(program, args, as) };
  }
  // A folder above is closed to others, as /root is. Its mode is not ours to change.
  const prefix = setprivArgs(uid);
  if (succeeds("setpriv", [...prefix, "test", "-x", home], {})) {
    return {
      ...{ uid, own },
      run: (program, args) => output("setpriv", [...prefix, program, ...args], {}),
    };
  }
  throw new AppError(
    "data-directory",
    `data directory: expected a folder that the unprivileged user "nobody" can reach, got ${home}; ` +
      "PostgreSQL refuses to run as root: choose another folder, or start as an ordinary user",
  );
}

/** Who runs the server whose files are below `home`: ourselves, or "nobody" if we are root. */
export function serverUser(home: string): ServerUser {
  if (process.getuid?.() === 0) return nobody(home);
  const uid = process.getuid?.();
  return { uid, own: () => undefined, run: (program, args) => output(program, args, {}) };
}
