// Knows what makes a data directory unsafe: others may write or read there, or it is gone with the power.
import { existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { unsafeSecretFile } from "./secret-file.ts";
import type { Unsafe } from "./unsafe.ts";

const OTHERS_WRITE = 0o002;
const OTHERS_ENTER = 0o027;
/** Numbers by which Linux tells file systems that live in memory. */
const IN_MEMORY: ReadonlyMap<number, string> = new Map([
  [0x01021994, "tmpfs"],
  [0x858458f6, "ramfs"],
]);

function unsafe(path: string, expected: string, found: string, advice: string): Unsafe {
  return { what: `data directory ${path}`, expected, found, advice };
}

function unsafeCluster(home: string, serverUid: number | undefined): readonly Unsafe[] {
  const data = join(home, "postgres/data");
  if (!existsSync(data)) return [];
  const { mode, uid } = statSync(data);
  if (serverUid !== undefined && uid !== serverUid) {
    const advice = "start as the user that made it, or choose another folder";
    return [unsafe(data, `one of user ${serverUid}`, `one of user ${uid}`, advice)];
  }
  if ((mode & OTHERS_ENTER) === 0) return [];
  const found = (mode & 0o777).toString(8);
  return [
    unsafe(data, "700 or 750", found, `others could read what is registered: chmod 700 ${data}`),
  ];
}

/** What is unsafe about the folder that holds everything; `serverUid` is the user that PostgreSQL runs as. */
export function unsafeDataDirectory(
  home: string,
  serverUid: number | undefined,
  production: boolean,
): readonly Unsafe[] {
  const problems: Unsafe[] = [...unsafeCluster(home, serverUid)];
  if ((statSync(home).mode & OTHERS_WRITE) !== 0) {
    const advice = `others could put files of theirs there: chmod o-w ${home}`;
    problems.push(
      unsafe(home, "one that others cannot write to", "one that everybody can", advice),
    );
  }
  const inMemory = IN_MEMORY.get(statfsSync(home).type);
  if (production && inMemory !== undefined) {
    problems.push(
      unsafe(home, "a disk", inMemory, "all would be gone with the power: choose another folder"),
    );
  }
  const password = join(home, "postgres/password");
  return [
    ...problems,
    ...unsafeSecretFile(password, `password of the embedded database (${password})`),
  ];
}
