// Knows the measurement of the audit's seal: a million entries sealed, verified by the command, and single ones proved.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { proveEntry } from "../packages/service/dist/audit/seal/prove-entry.js";
import { sealKey } from "../packages/service/dist/audit/seal/seal-key.js";
import { verifierOf } from "../packages/service/dist/audit/seal/signed-note.js";
import { openProofBy, startService } from "../packages/service/dist/index.js";
import { authenticate } from "./coordinator.mjs";
import { median, quantile } from "./rounds.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = Number(process.argv[2] ?? 1_000_000);
const PROOFS = 200;

const FILL = `
  INSERT INTO rettvei.audit_entry (seq, at, request_id, actor_id, actor_kind, actor_name, role, organisation,
    point_of_care, patient_ids, resource, verb, route, basis, decision_ref, purpose, outcome)
  SELECT nextval(pg_get_serial_sequence('rettvei.record', 'seq')), now() - interval '1 day', 'r' || n, 'a' || n % 800, 'person',
    'Kari Etternavn' || n % 400, 'practitioner', 'TESTHF', 'u' || n % 40, ARRAY['s' || n % 12000], 'course', 'r',
    'GET /api/courses/:courseId', 'unit', '-', 'TREAT', 'allowed'
  FROM generate_series(1, $1::int) n`;

/** Waits until the running service has sealed so many and keeps the nodes above them. */
async function sealed(pool, entries) {
  for (;;) {
    const { rows } = await pool.query(
      `SELECT (SELECT coalesce(max(size), 0)::int FROM rettvei.audit_checkpoint) AS size,
              (SELECT count(*)::int FROM rettvei.audit_node WHERE level = 1) AS nodes`,
    );
    const [{ size, nodes }] = rows;
    if (size >= entries && nodes >= Math.floor(entries / 256)) return;
    await new Promise((go) => setTimeout(go, 200));
  }
}

/** Proves entries here and there on one connection, as whoever holds one does; milliseconds of each. */
async function proofs(place, { asOwner, key }) {
  const taken = { proved: [], checked: [] };
  await asOwner(async (client) => {
    for (let nr = 0; nr < PROOFS; nr++) {
      const { rows } = await client.query("SELECT seq FROM rettvei.audit_leaf WHERE place = $1", [
        Math.floor((ENTRIES * (nr + 0.5)) / PROOFS),
      ]);
      const begun = performance.now();
      const proof = await proveEntry(client, verifierOf(key), Number(rows[0].seq));
      const proved = performance.now();
      openProofBy(place, proof);
      taken.proved.push(proved - begun);
      taken.checked.push(performance.now() - proved);
    }
  });
  return taken;
}

function told(what, ms) {
  console.log(
    `${what}: half under ${median(ms).toFixed(1)} ms, 99 of 100 under ${quantile(ms, 0.99).toFixed(1)} ms, longest ${Math.max(...ms).toFixed(1)} ms`,
  );
}

const dataDir = mkdtempSync(join(tmpdir(), "rettvei-audit-"));
try {
  const service = await startService({ dataDir, port: 0, authenticate });
  const { pool, asOwner } = service.store.database;
  await asOwner((client) => client.query(FILL, [ENTRIES]));
  let begun = performance.now();
  await sealed(pool, ENTRIES);
  console.log(`${ENTRIES} entries sealed in ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  const place = { dataDir, databaseUrl: undefined };
  const { proved, checked } = await proofs(place, {
    asOwner,
    key: sealKey(join(dataDir, "seal-key.pem")),
  });
  told(`${PROOFS} proofs of one entry`, proved);
  told("checking one, without a database", checked);
  await service.close();
  begun = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(ROOT, "packages/cli/bin/rettvei.js"), "audit", "verify", "--data", dataDir],
    { encoding: "utf8" },
  );
  console.log(`${stdout}${stderr}`.trim());
  console.log(
    `rettvei audit verify: exit code ${status} after ${((performance.now() - begun) / 1_000).toFixed(1)} s, with starting and stopping the database`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
