// Knows what the role that the service works as may not be and not do, whatever a request makes it try.
import type pg from "pg";
import type { Unsafe } from "./unsafe.ts";

interface RoleRow {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: string | null;
  readonly changes: string | null;
  readonly audits: boolean;
}

// What is append-only is what the trigger of 0001 guards; whoever is a member of the owner may take the trigger away.
const ROLE = `
  SELECT rolname AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
         (SELECT min(relname) FROM pg_class WHERE relnamespace = 'rettvei'::regnamespace AND relkind = 'r'
            AND pg_has_role(current_user, relowner, 'MEMBER')) AS owns,
         (SELECT min(tgrelid::regclass::text) FROM pg_trigger WHERE tgfoid = 'rettvei.refuse_change()'::regprocedure
            AND has_table_privilege(tgrelid, 'UPDATE, DELETE, TRUNCATE')) AS changes,
         has_table_privilege('rettvei.audit_entry', 'INSERT') AS audits
  FROM pg_roles WHERE rolname = current_user`;

const MAKE_ROLE =
  "before the first start let an administrator of the server run CREATE ROLE rettvei_service, CREATE ROLE rettvei_system, and GRANT rettvei_service, rettvei_system TO the login";

function unsafe(expected: string, found: string, advice: string): Unsafe {
  return { what: "database role of the service", expected, found, advice };
}

/** What is unsafe about working as the connection's role. */
export async function unsafeRole(client: pg.ClientBase | pg.Pool): Promise<readonly Unsafe[]> {
  const { rows } = await client.query<RoleRow>(ROLE);
  const [row] = rows;
  if (row === undefined) throw new Error("bug: a connection without a role");
  const { role, superuser, bypasses, owns, changes, audits } = row;
  if (superuser) return [unsafe("an ordinary role", `${role}, a superuser`, MAKE_ROLE)];
  if (owns !== null) {
    return [unsafe("a role that owns nothing", `${role}, an owner of ${owns}`, MAKE_ROLE)];
  }
  const take = `REVOKE it from ${role}`;
  return [
    ...(bypasses
      ? [
          unsafe(
            "a role under row-level security",
            `${role} with BYPASSRLS`,
            `ALTER ROLE ${role} NOBYPASSRLS`,
          ),
        ]
      : []),
    ...(changes === null
      ? []
      : [unsafe("no right to change what is registered", `such a right on ${changes}`, take)]),
    ...(audits
      ? []
      : [
          unsafe(
            "the right to add to rettvei.audit_entry",
            `${role} without it`,
            `GRANT INSERT ON rettvei.audit_entry TO ${role}: without its audit nothing is answered`,
          ),
        ]),
  ];
}
