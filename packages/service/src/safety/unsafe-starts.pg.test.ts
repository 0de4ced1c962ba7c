// Proves that the service refuses to start where it would be unsafe: one line each that says what, and what to do.
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { sealKey } from "../audit/seal/seal-key.ts";
import { type LoginSettings, refuseUnsafeLogin } from "../auth/login-settings.ts";
import { startService } from "../start-service.ts";
import { openDatabase } from "../store/database.ts";
import { type OwnCluster, ownCluster } from "../testing/own-cluster.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { connectedTo, testDatabase, urlOf } from "../testing/test-cluster.ts";
import { unsafeClock } from "./clock.ts";
import { unsafeEnvironment } from "./environment.ts";
import { unsafeSettings } from "./server-settings.ts";
import { unsafeRole } from "./service-role.ts";
import { refuse } from "./unsafe.ts";

const cleaning: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

function start(more: {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly host?: string;
}) {
  return startService({ dataDir: "/nowhere", port: 0, ...more }).then(async (service) => {
    await service.close();
  });
}

const asAdmin = <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connectedTo({ url }, work);

/** A database of its own that was opened once, and then changed by somebody. */
async function changed(...statements: readonly string[]): Promise<string> {
  const { address, drop } = await testDatabase();
  cleaning.push(drop);
  await (await openDatabase("external", address)).close();
  const url = urlOf(address);
  const name = decodeURIComponent(url.split("?")[0]?.split("/").at(-1) ?? "");
  await asAdmin(url, async (client) => {
    for (const statement of statements) await client.query(statement.replace("DB", name));
  });
  return url;
}

const startOn = async (...statements: readonly string[]): Promise<void> =>
  start({ databaseUrl: await changed(...statements) });
const set = (setting: string) => () => startOn(`ALTER DATABASE DB SET ${setting}`);
const startAt = (databaseUrl: string) => () => start({ databaseUrl });

/** A login or role of its own, gone after the test. */
function ownRole(url: string, options: string): Promise<string> {
  const name = `rettvei_test_${randomBytes(6).toString("hex")}`;
  cleaning.push(() =>
    asAdmin(url, async (client) => {
      await client.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }),
  );
  return asAdmin(url, async (client) => {
    await client.query(`CREATE ROLE ${name} ${options}`);
    await client.query(`GRANT USAGE ON SCHEMA rettvei TO ${name}`);
    return name;
  });
}

/** Holds a role that the service would work as, with rights of its own, to what it may be. */
function workAs(options: string, ...grants: readonly string[]): () => Promise<void> {
  return async () => {
    const url = await changed();
    const role = await ownRole(url, options);
    await asAdmin(url, async (client) => {
      await client.query(`GRANT INSERT ON rettvei.audit_entry TO ${role}`);
      for (const grant of grants) await client.query(grant.replace("ROLE", role));
      await client.query(`SET ROLE ${role}`);
      refuse("database-unsafe", await unsafeRole(client));
    });
  };
}

/** A login that owns its database and may not take the service's role. */
async function startAsOwner(): Promise<void> {
  const { address, drop } = await testDatabase("empty");
  cleaning.push(drop);
  const admin = urlOf(address);
  const own = new pg.Client(admin);
  const name = `rettvei_test_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  cleaning.push(() =>
    asAdmin(admin, async (client) => {
      await client.query(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`);
    }),
  );
  await asAdmin(admin, async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
    await client.query(`GRANT CREATE ON DATABASE ${own.database} TO ${name}`);
  });
  const login = `${name}:${password}@`;
  await start({ databaseUrl: admin.replace(/\/\/[^@]*@/, `//${login}`) });
}

let cluster: OwnCluster;
beforeAll(async () => {
  cluster = await ownCluster();
});

/** A data directory with one path in it opened to others, closed again after. */
function opened(path: string, mode: number, safe: number): () => Promise<void> {
  return () => {
    const whole = join(cluster.dataDir, path);
    cleaning.push(() => chmodSync(whole, safe));
    chmodSync(whole, mode);
    return start({ dataDir: cluster.dataDir });
  };
}

function embeddedWith(setting: string, value: string): () => Promise<void> {
  return () => {
    cleaning.push(() => cluster.set(setting, "on"));
    cluster.set(setting, value);
    return start({ dataDir: cluster.dataDir });
  };
}

const LOGIN: LoginSettings = {
  issuer: "https://issuer.example",
  clientId: "rettvei",
  clientKeys: [{ kty: "EC", d: "x", kid: "k", alg: "ES256" }],
};
const logIn = (more: Partial<LoginSettings>) => async () =>
  refuseUnsafeLogin({ ...LOGIN, ...more });
const keyed = (key: Partial<LoginSettings["clientKeys"][number]>) =>
  logIn({ clientKeys: [{ kty: "RSA", d: "x", kid: "k", alg: "RS256", ...key }] });

const GOOD: Readonly<Record<string, string>> = { server_version_num: "180004", fsync: "on" };
const asServer =
  (more: Readonly<Record<string, string>>, kind: "embedded" | "external") => async () =>
    refuse("database-unsafe", unsafeSettings({ ...GOOD, ...more }, kind));

async function clockOffBy(seconds: number): Promise<void> {
  const url = await changed();
  await asAdmin(url, async (client) => {
    refuse("unsafe-start", await unsafeClock(client, () => Date.now() + seconds * 1_000));
  });
}

const STRONG = "Xk3vQ9wLr2";

const UNSAFE: Readonly<Record<string, () => Promise<void>>> = {
  "a database on another machine without TLS": startAt(
    `postgresql://u:${STRONG}@db.example.org/rettvei`,
  ),
  "a database whose certificate is not looked at": startAt(
    `postgresql://u:${STRONG}@10.0.0.8/rettvei?sslmode=no-verify`,
  ),
  "a database login without a password": startAt("postgresql://rettvei@127.0.0.1/rettvei"),
  "a database password that everybody knows": startAt("postgresql://u:Postgres@127.0.0.1/rettvei"),
  "a database password that is the login's name": startAt("postgresql://dps:dps@localhost/rettvei"),
  "an embedded server with fsync off": embeddedWith("fsync", "off"),
  "an embedded server with full_page_writes off": embeddedWith("full_page_writes", "off"),
  "a server with synchronous_commit off": set("synchronous_commit = off"),
  "an embedded server without data checksums": asServer({ data_checksums: "off" }, "embedded"),
  "a server that passes over damaged pages": set("zero_damaged_pages = on"),
  "a server that passes over wrong checksums": set("ignore_checksum_failure = on"),
  "a server that passes over its indexes": asServer({ ignore_system_indexes: "on" }, "external"),
  "a server that passes over triggers": set("session_replication_role = replica"),
  "a server that gives no row-level security": set("row_security = off"),
  "a server that writes parameters into its log": set("log_statement = 'all'"),
  "a server that writes slow statements with parameters into its log": set(
    "log_min_duration_statement = 500",
  ),
  "a server that only reads": set("default_transaction_read_only = on"),
  "a standby server": asServer({ in_hot_standby: "on" }, "external"),
  "a server that is too old": asServer({ server_version_num: "140011" }, "external"),
  "a database in another encoding": asServer({ server_encoding: "SQL_ASCII" }, "external"),
  "a service that works as a superuser": workAs("SUPERUSER"),
  "a service that bypasses row-level security": workAs("BYPASSRLS"),
  "a service that works as the owner": startAsOwner,
  "a service that may change what is registered": workAs(
    "",
    "GRANT UPDATE ON rettvei.record TO ROLE",
  ),
  "a service that may empty the audit": workAs("", "GRANT TRUNCATE ON rettvei.audit_entry TO ROLE"),
  "an audit that the service cannot write": workAs(
    "",
    "REVOKE INSERT ON rettvei.audit_entry FROM ROLE",
  ),
  "a table that a crash would empty": () =>
    startOn("ALTER TABLE rettvei.answered_request SET UNLOGGED"),
  "an append-only table whose trigger is off": () =>
    startOn("ALTER TABLE rettvei.record DISABLE TRIGGER record_is_append_only"),
  "an append-only table whose trigger is gone": () =>
    startOn("DROP TRIGGER course_is_append_only ON rettvei.course"),
  "an append-only table whose trigger a replica passes over": () =>
    startOn("ALTER TABLE rettvei.audit_entry ENABLE TRIGGER audit_is_append_only"),
  "a table that everybody may read": () => startOn("GRANT SELECT ON rettvei.patient TO PUBLIC"),
  "a table whose row-level security was switched off": () =>
    startOn(
      "CREATE POLICY mine ON rettvei.unit USING (false)",
      "ALTER TABLE rettvei.unit DISABLE ROW LEVEL SECURITY",
    ),
  "a database of a newer Rettvei": () =>
    startOn(
      "INSERT INTO rettvei.migration (number, name, checksum) VALUES (9999, '9999_later.sql', 'x')",
    ),
  "a database with another text of a migration": () =>
    startOn("UPDATE rettvei.migration SET checksum = 'other' WHERE number = 2"),
  "a clock that is ahead of the database server's": () => clockOffBy(32),
  "a clock that is behind the database server's": () => clockOffBy(-32),
  "TLS certificates that are not looked at": () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    return start({});
  },
  "requests that are written out for debugging, in production": () => {
    vi.stubEnv("NODE_ENV", "production");
    vi.stubEnv("NODE_DEBUG", "http,module");
    return start({});
  },
  "a debugger, in production": async () => {
    const env = { NODE_ENV: "production" };
    refuse("unsafe-start", unsafeEnvironment(env, "ws://127.0.0.1:9229/1"));
  },
  "a data directory that everybody may write to": opened(".", 0o777, 0o755),
  "registrations that everybody may read": opened("postgres/data", 0o755, 0o700),
  "a database password that everybody may read": opened("postgres/password", 0o644, 0o600),
  "a key of the audit's seal that everybody may read": async () => {
    const file = join(temporaryFolder(), "seal-key.pem");
    sealKey(file);
    chmodSync(file, 0o644);
    sealKey(file);
  },
  "an issuer of logins without TLS": logIn({ issuer: "http://sts.example" }),
  "a public address without TLS": logIn({ publicUrl: "http://rettvei.example" }),
  "the test login at a public address": logIn({
    ...{ isTest: true, publicUrl: "https://rettvei.example" },
  }),
  "the test login in production": async () => {
    vi.stubEnv("NODE_ENV", "production");
    await logIn({ isTest: true })();
  },
  "a login without a key": logIn({ clientKeys: [] }),
  "a login whose key is too short": keyed({ n: "AAAA" }),
  "a login whose key is a shared secret": keyed({ kty: "oct", k: "AA", alg: "HS256" }),
  "a login with the public half of its key": keyed({ d: undefined as never }),
  "an address that other machines reach": () => start({ host: "0.0.0.0" }),
};

const isRoot = process.getuid?.() === 0;
const LINUX: Readonly<Record<string, () => Promise<void>>> = {
  ...(isRoot
    ? {
        "a data directory of another user": () => {
          const data = join(cluster.dataDir, "postgres/data");
          const uid = 65_534;
          cleaning.push(() => chownSync(data, uid, uid));
          chownSync(data, 12_345, 12_345);
          return start({ dataDir: cluster.dataDir });
        },
      }
    : {}),
  ...(existsSync("/dev/shm")
    ? {
        "a data directory in memory, in production": () => {
          const dataDir = mkdtempSync("/dev/shm/rettvei-");
          cleaning.push(() => rmSync(dataDir, { recursive: true }));
          vi.stubEnv("NODE_ENV", "production");
          return start({ dataDir });
        },
      }
    : {}),
};

const PLAIN = /^[A-Za-z_]+.*: expected .+, got .+; .+$/;

describe("the service refuses to start with", () => {
  it.each(Object.entries({ ...UNSAFE, ...LINUX }))("%s", async (_, started) => {
    const refusal: unknown = await started().then(
      () => "it started",
      (cause: unknown) => cause,
    );
    expect(refusal).toMatchObject({ name: "AppError" });
    for (const line of String((refusal as Error).message).split("\n")) {
      expect(line).toMatch(PLAIN);
      expect(line).not.toContain(STRONG);
    }
  });
});

describe("what is safe is not refused", () => {
  it("a clock that is a little off, and a socket or a verified server", async () => {
    await clockOffBy(25);
    await clockOffBy(-25);
    await startOn();
  });

  it("a server that logs statements without their parameters", () =>
    startOn(
      "ALTER DATABASE DB SET log_statement = 'all'",
      "ALTER DATABASE DB SET log_parameter_max_length = 0",
    ));

  it("the embedded server that was tampered with and mended", () =>
    start({ dataDir: cluster.dataDir }));
});
