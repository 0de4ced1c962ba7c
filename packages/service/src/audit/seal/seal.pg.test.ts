import { generateKeyPairSync } from "node:crypto";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import { COORDINATOR } from "../../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../../testing/test-store.ts";
import { writeAudit } from "../audit-entry.ts";
import { sealAudit } from "./seal-audit.ts";
import { SEALED_COLUMNS } from "./sealed-text.ts";
import { type NoteKey, verifierOf } from "./signed-note.ts";
import { type AuditVerified, verifyAudit } from "./verify-audit.ts";

closeStores("after each");

const TAMPERS = Number(process.env.RETTVEI_TAMPERS ?? 1_000);

function newKey(): NoteKey {
  return { name: "rettvei-audit", privateKey: generateKeyPairSync("ed25519").privateKey };
}

async function writeEntries(store: TestStore, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await writeAudit(store.database.pool, {
      at: store.now(),
      requestId: `q${n}`,
      actor: COORDINATOR,
      patientIds: [`p${n % 7}`],
      courseId: n % 2 === 0 ? `c${n}` : null,
      resource: "course",
      resourceVersion: n,
      verb: "r",
      route: "GET /api/courses/:courseId",
      basis: "unit",
      decisionRef: "u1",
      purpose: "COC",
      outcome: "allowed",
    });
  }
}

/** Entries sealed on three days, so that none of the first could still be in the making. */
async function sealedStore(key: NoteKey, perDay = 20): Promise<TestStore> {
  const store = await testStore("2026-06-01");
  for (const day of ["2026-06-01", "2026-06-02", "2026-06-03"]) {
    store.setToday(day);
    await writeEntries(store, perDay);
    await sealAudit(store, key);
  }
  return store;
}

function verify(
  store: TestStore,
  key: NoteKey,
  outside: readonly string[] = [],
): Promise<AuditVerified> {
  return inTransaction(store.database.pool, (client) =>
    verifyAudit(client, verifierOf(key), outside),
  );
}

async function lastNote(client: pg.ClientBase | pg.Pool): Promise<string> {
  const { rows } = await client.query(
    "SELECT note FROM rettvei.audit_checkpoint ORDER BY size DESC LIMIT 1",
  );
  return rows[0].note;
}

describe("sealing", () => {
  it("covers every column of the entry", async () => {
    const { database } = await testStore();
    const { rows } = await database.pool.query(
      "SELECT column_name FROM information_schema.columns WHERE table_schema = 'rettvei' AND table_name = 'audit_entry'",
    );
    expect(rows.map((row) => row.column_name).sort()).toEqual([...SEALED_COLUMNS].sort());
  });

  it("takes in what is committed, once, and verifies", async () => {
    const key = newKey();
    const store = await sealedStore(key);
    expect(await sealAudit(store, key)).toBe(0);
    await writeEntries(store, 2);
    const found = await verify(store, key, [await lastNote(store.database.pool)]);
    expect(found).toEqual({ sealed: 60, unsealed: 2, checkpoints: 3, outside: 1, faults: [] });
  });

  it("takes in an entry that was numbered before others and committed after them", async () => {
    const key = newKey();
    const store = await testStore("2026-06-01");
    const late = await store.database.pool.connect();
    await late.query("BEGIN");
    await late.query("SELECT 1");
    const entries = writeEntries(
      { ...store, database: { ...store.database, pool: late as unknown as pg.Pool } },
      1,
    );
    await entries;
    await writeEntries(store, 3);
    await sealAudit(store, key);
    await late.query("COMMIT");
    late.release();
    expect(await sealAudit(store, key)).toBe(1);
    expect((await verify(store, key)).faults).toEqual([]);
  });

  it("by several at once seals each entry once", async () => {
    const key = newKey();
    const store = await testStore("2026-06-01");
    await writeEntries(store, 50);
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealAudit(store, key)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(50);
    expect((await verify(store, key)).faults).toEqual([]);
  });
});

type Tamper = (client: pg.ClientBase, pick: (below: number) => number) => Promise<unknown>;

const EDITABLE = SEALED_COLUMNS.filter(
  (column) =>
    !["seq", "at", "salt", "patient_ids", "resource_version", "actor_kind", "outcome"].includes(
      column,
    ),
);

const seqAt = async (client: pg.ClientBase, place: number): Promise<string> => {
  const { rows } = await client.query("SELECT seq FROM rettvei.audit_leaf WHERE place = $1", [
    place,
  ]);
  return rows[0].seq;
};

/** What somebody with all rights on the database could do, each found by what the database itself holds. */
const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  "a text is another": async (client, pick) => {
    const column = EDITABLE[pick(EDITABLE.length)];
    const seq = await seqAt(client, pick(60));
    await client.query(
      `UPDATE rettvei.audit_entry SET ${column} = coalesce(${column}, '') || 'x' WHERE seq = $1`,
      [seq],
    );
  },
  "an instant is another": async (client, pick) =>
    client.query(
      "UPDATE rettvei.audit_entry SET at = at + interval '1 microsecond' WHERE seq = $1",
      [await seqAt(client, pick(60))],
    ),
  "a patient is left out": async (client, pick) =>
    client.query("UPDATE rettvei.audit_entry SET patient_ids = '{}' WHERE seq = $1", [
      await seqAt(client, pick(60)),
    ]),
  "an entry is removed": async (client, pick) =>
    client.query("DELETE FROM rettvei.audit_entry WHERE seq = $1", [await seqAt(client, pick(60))]),
  "an entry and its leaf are removed": async (client, pick) => {
    const place = pick(60);
    const seq = await seqAt(client, place);
    await client.query("DELETE FROM rettvei.audit_entry WHERE seq = $1", [seq]);
    await client.query("DELETE FROM rettvei.audit_leaf WHERE seq = $1", [seq]);
  },
  "an entry is put in between": async (client, pick) => {
    const seq = await seqAt(client, pick(15));
    const columns = SEALED_COLUMNS.filter((column) => column !== "seq" && column !== "salt").join(
      ", ",
    );
    // Numbers are never free in between here, so all behind are moved by one.
    await client.query("UPDATE rettvei.audit_entry SET seq = -seq - 1 WHERE seq > $1", [seq]);
    await client.query("UPDATE rettvei.audit_entry SET seq = -seq WHERE seq < 0");
    await client.query("UPDATE rettvei.audit_leaf SET seq = -seq - 1 WHERE seq > $1", [seq]);
    await client.query("UPDATE rettvei.audit_leaf SET seq = -seq WHERE seq < 0");
    await client.query(
      `INSERT INTO rettvei.audit_entry (seq, ${columns}) SELECT seq + 1, ${columns} FROM rettvei.audit_entry WHERE seq = $1`,
      [seq],
    );
  },
  "two entries are exchanged": async (client, pick) => {
    const first = pick(60);
    const [a, b] = [await seqAt(client, first), await seqAt(client, (first + 1 + pick(59)) % 60)];
    await client.query("UPDATE rettvei.audit_entry SET seq = -1 WHERE seq = $1", [a]);
    await client.query("UPDATE rettvei.audit_entry SET seq = $1 WHERE seq = $2", [a, b]);
    await client.query("UPDATE rettvei.audit_entry SET seq = $1 WHERE seq = -1", [b]);
  },
  "a leaf is another": async (client, pick) =>
    client.query("UPDATE rettvei.audit_leaf SET hash = sha256(hash) WHERE place = $1", [pick(60)]),
  "an entry and its leaf say another thing together": async (client, pick) => {
    const seq = await seqAt(client, pick(60));
    await client.query("UPDATE rettvei.audit_entry SET actor_name = 'Somebody' WHERE seq = $1", [
      seq,
    ]);
    await client.query("UPDATE rettvei.audit_leaf SET hash = sha256('any') WHERE seq = $1", [seq]);
  },
  "a checkpoint is another": async (client, pick) =>
    client.query(
      "UPDATE rettvei.audit_checkpoint SET note = translate(note, 'abcdef0123', 'bcdefa1230') WHERE size = $1",
      [20 * (1 + pick(3))],
    ),
};

/** What only a checkpoint kept elsewhere shows. */
const CUTS: Readonly<Record<string, Tamper>> = {
  "the end is cut off": async (client) => {
    await client.query(
      "DELETE FROM rettvei.audit_entry WHERE seq IN (SELECT seq FROM rettvei.audit_leaf WHERE place >= 40)",
    );
    await client.query("DELETE FROM rettvei.audit_leaf WHERE place >= 40");
    await client.query("DELETE FROM rettvei.audit_checkpoint WHERE size > 40");
  },
  "an older copy is put in its place and grows on": async (client) => {
    await client.query("DELETE FROM rettvei.audit_checkpoint WHERE size > 20");
    await client.query("DELETE FROM rettvei.audit_leaf WHERE place >= 20");
  },
};

/** A generator of whole numbers that gives the same again for the same seed. */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Tampers as the owner, verifies, and undoes it. */
async function faultsAfter(
  client: pg.ClientBase,
  key: NoteKey,
  tamper: Tamper,
  seed: number,
  outside: readonly string[] = [],
): Promise<number> {
  await client.query("BEGIN");
  await tamper(client, picker(seed));
  const { faults } = await verifyAudit(client, verifierOf(key), outside);
  await client.query("ROLLBACK");
  return faults.length;
}

async function openTables(store: TestStore): Promise<void> {
  await store.database.asOwner(async (client) => {
    for (const table of ["audit_entry", "audit_leaf", "audit_checkpoint"]) {
      await client.query(`ALTER TABLE rettvei.${table} DISABLE TRIGGER USER`);
    }
  });
}

describe("tampering by somebody who may do anything to the database", () => {
  it(`is found in each of ${TAMPERS} ways`, async () => {
    const key = newKey();
    const store = await sealedStore(key);
    await openTables(store);
    const names = Object.keys(TAMPERINGS);
    const missed: string[] = [];
    await store.database.asOwner(async (client) => {
      for (let n = 0; n < TAMPERS; n++) {
        const name = names[n % names.length] ?? "";
        const tamper = TAMPERINGS[name];
        if (tamper === undefined) throw new Error(name);
        if ((await faultsAfter(client, key, tamper, n)) === 0) missed.push(`${name} (seed ${n})`);
      }
    });
    expect(missed).toEqual([]);
    expect((await verify(store, key)).faults).toEqual([]);
  }, 300_000);

  it.each(
    Object.keys(CUTS),
  )("where %s, needs a checkpoint kept elsewhere to be found", async (name) => {
    const key = newKey();
    const store = await sealedStore(key);
    const outside = [await lastNote(store.database.pool)];
    await openTables(store);
    const tamper = CUTS[name];
    if (tamper === undefined) throw new Error(name);
    const faults = await store.database.asOwner((client) =>
      faultsAfter(client, key, tamper, 1, outside),
    );
    expect(faults).toBeGreaterThan(0);
  });

  it("with the key of the seal as well is found by a checkpoint kept elsewhere", async () => {
    const key = newKey();
    const store = await sealedStore(key);
    const outside = [await lastNote(store.database.pool)];
    await openTables(store);
    await store.database.asOwner(async (client) => {
      await client.query("DELETE FROM rettvei.audit_leaf");
      await client.query("DELETE FROM rettvei.audit_checkpoint");
      await client.query(
        "UPDATE rettvei.audit_entry SET actor_name = 'Somebody' WHERE request_id = 'q3'",
      );
    });
    await sealAudit(store, key);
    expect((await verify(store, key)).faults).toEqual([]);
    expect((await verify(store, key, outside)).faults).toHaveLength(1);
  });
});
