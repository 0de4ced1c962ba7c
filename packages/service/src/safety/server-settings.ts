// Knows which settings of a PostgreSQL server would lose, hide or give away what is registered.
import type pg from "pg";
import type { Unsafe } from "./unsafe.ts";

export type ServerSettings = Readonly<Record<string, string>>;

interface Wanted {
  readonly name: string;
  readonly expected: string;
  readonly isSafe: (value: string) => boolean;
  readonly advice: string;
}

const OLDEST_VERSION = 150_000;
const LOSES =
  "a saved registration would not survive a power cut: set it on the server, and for no database or role otherwise";
const HIDES = "damage would be passed over in silence: take the setting away";
const READS =
  "nothing could be registered and no access be audited: connect to the primary server, and take the setting away";

function one(name: string, safe: string, advice: string): Wanted {
  return { name, expected: safe, isSafe: (value) => value === safe, advice };
}

const WANTED: readonly Wanted[] = [
  {
    name: "server_version_num",
    expected: `${OLDEST_VERSION} or more`,
    isSafe: (value) => Number(value) >= OLDEST_VERSION,
    advice: "use PostgreSQL 15 or newer",
  },
  one("fsync", "on", LOSES),
  one("full_page_writes", "on", LOSES),
  {
    name: "synchronous_commit",
    expected: "on, local or a stricter one",
    isSafe: (value) => value !== "off",
    advice: LOSES,
  },
  one("zero_damaged_pages", "off", HIDES),
  one("ignore_checksum_failure", "off", HIDES),
  one("ignore_system_indexes", "off", HIDES),
  one(
    "session_replication_role",
    "origin",
    "rules of the database would not hold: take the setting away",
  ),
  one("row_security", "on", "rows are not given where it is off: take the setting away"),
  one("default_transaction_read_only", "off", READS),
  one("in_hot_standby", "off", READS),
  one("server_encoding", "UTF8", "names would be damaged: make the database with ENCODING 'UTF8'"),
];

const CHECKSUMS = one(
  "data_checksums",
  "on",
  "a damaged disk would go unnoticed: stop the service and run pg_checksums --enable on the data directory",
);

/** Statements reach the server's log with their parameters, which hold patient data. */
function loggedParameters(settings: ServerSettings): readonly Unsafe[] {
  if (settings.log_parameter_max_length === "0") return [];
  const statements = ["mod", "all"].includes(settings.log_statement ?? "");
  const slow = ["log_min_duration_statement", "log_min_duration_sample"].some(
    (name) => Number(settings[name] ?? -1) >= 0,
  );
  if (!statements && !slow) return [];
  return [
    {
      what: "database: log_parameter_max_length",
      expected: "0 where statements are logged",
      found: settings.log_parameter_max_length ?? "none",
      advice: "patient data would be in the server's log: set it to 0, or log_statement to none",
    },
  ];
}

/** What is unsafe about a server with these settings; `kind` as the database is reached. */
export function unsafeSettings(
  settings: ServerSettings,
  kind: "embedded" | "external",
): readonly Unsafe[] {
  const wanted = kind === "embedded" ? [...WANTED, CHECKSUMS] : WANTED;
  const wrong = wanted.filter(({ name, isSafe }) => {
    const value = settings[name];
    return value !== undefined && !isSafe(value);
  });
  return [
    ...wrong.map(({ name, expected, advice }) => {
      return { what: `database: ${name}`, expected, found: settings[name] ?? "", advice };
    }),
    ...loggedParameters(settings),
  ];
}

/** The settings as they hold for this connection. */
export async function readSettings(client: pg.ClientBase): Promise<ServerSettings> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings",
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
