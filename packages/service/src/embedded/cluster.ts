// Knows how a new database cluster is made and set up: durable, quiet about patients, reached by socket only.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { writtenThrough } from "../disk/written-through.ts";
import type { ServerBinaries } from "./server-binaries.ts";
import type { ServerUser } from "./unprivileged.ts";

/** Name of the user that owns the cluster and its database. */
export const OWNER = "rettvei";

export interface ClusterFiles {
  readonly root: string;
  /** PostgreSQL's data directory, 0700. */
  readonly data: string;
  readonly password: string;
  /** Our settings, written at each start, included by PostgreSQL's own file. */
  readonly settings: string;
}

export function clusterFiles(root: string): ClusterFiles {
  return {
    root,
    data: join(root, "data"),
    password: join(root, "password"),
    settings: join(root, "server.conf"),
  };
}

/** Major version of the cluster on disk; undefined if there is none. */
export async function clusterMajor(files: ClusterFiles): Promise<number | undefined> {
  const version = join(files.data, "PG_VERSION");
  return existsSync(version) ? Number(await readFile(version, "utf8")) : undefined;
}

async function initialise(
  files: ClusterFiles,
  binaries: ServerBinaries,
  user: ServerUser,
): Promise<void> {
  await mkdir(files.data, { mode: 0o700 });
  await writeFile(files.password, randomBytes(32).toString("hex"), { mode: 0o600 });
  user.own(files.data);
  user.own(files.password);
  const locale = ["--locale-provider=icu", "--icu-locale=nb-NO", "--locale=C", "--encoding=UTF8"];
  const access = ["--auth=scram-sha-256", `--username=${OWNER}`, `--pwfile=${files.password}`];
  const options = [`--pgdata=${files.data}`, "--data-checksums", ...locale, ...access];
  await user.run(join(binaries.binDir, "initdb"), options);
  await appendFile(join(files.data, "postgresql.conf"), "\ninclude '../server.conf'\n");
  if (process.getuid?.() === 0) await chown(files.password, 0, 0);
  // PostgreSQL has seen to its own files, and not to ours: without the password nobody would ever come in again.
  const ours = [files.password, join(files.data, "postgresql.conf"), files.data, files.root];
  for (const path of ours) await writtenThrough(path);
}

/**
 * Makes the cluster if it is not there. It is made aside and moved into place whole, so that a start
 * that is killed leaves nothing half made, and of two that start at once one wins.
 */
export async function ensureCluster(
  files: ClusterFiles,
  binaries: ServerBinaries,
  user: ServerUser,
): Promise<void> {
  if (existsSync(files.root)) return;
  const draft = clusterFiles(await mkdtemp(`${files.root}.`));
  await chmod(draft.root, 0o755);
  await initialise(draft, binaries, user);
  await rename(draft.root, files.root).catch((cause: unknown) => {
    if (!existsSync(files.root)) throw cause;
    return rm(draft.root, { recursive: true, force: true });
  });
  await writtenThrough(dirname(files.root));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Settings of the embedded server. Statements and rows never reach its log: they hold patient data. */
export function settingsText(socketDir: string): string {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: "''",
    unix_socket_directories: quoted(socketDir),
    unix_socket_permissions: "0700",
    max_connections: "60",
    shared_buffers: "128MB",
    max_wal_size: "1GB",
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    logging_collector: "on",
    log_filename: "'server-%a.log'",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    log_rotation_size: "0",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_statement: "none",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return `# Written by Rettvei at each start.\n${lines.join("\n")}\n`;
}
