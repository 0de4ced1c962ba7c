// Proves that one entry is proved to be in the sealed audit, and that nothing forged is.
import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../../store/transaction.ts";
import { closeStores, type TestStore, testStore } from "../../testing/test-store.ts";
import { keepNodes } from "./audit-nodes.ts";
import { openProof } from "./open-proof.ts";
import { type EntryProof, proofText, readProof } from "./proof-text.ts";
import { proveEntry } from "./prove-entry.ts";
import { sealAudit } from "./seal-audit.ts";
import { type NoteKey, signCheckpoint, verifierOf } from "./signed-note.ts";

closeStores("after all");

/** Enough for nodes of the first level above leaves, and a right edge that is none. */
const ENTRIES = 1_300;
const FIRST = 700;

const newKey = (): NoteKey => ({
  name: "rettvei-audit",
  privateKey: generateKeyPairSync("ed25519").privateKey,
});

const key = newKey();
const verifier = verifierOf(key);
let store: TestStore;
let seqs: readonly number[];
let early: string;

async function writeEntries({ database }: TestStore, count: number): Promise<void> {
  await database.pool.query(
    `INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, role, organisation, point_of_care,
       patient_ids, resource, verb, route, basis, decision_ref, purpose, outcome)
     SELECT now(), 'q' || n, 'a', 'person', 'Kari', 'coordinator', 'o', 'u1', '{p1}', 'course', 'r', 'GET /', 'unit', 'u1', 'COC', 'allowed'
     FROM generate_series(1, $1::int) n`,
    [count],
  );
}

const prove = (seq: number, outside: readonly string[] = []): Promise<string> =>
  inTransaction(store.database.pool, (client) => proveEntry(client, verifier, seq, outside));

beforeAll(async () => {
  store = await testStore("2026-06-01");
  await writeEntries(store, FIRST);
  await sealAudit(store, key);
  const { rows: notes } = await store.database.pool.query(
    "SELECT note FROM rettvei.audit_checkpoint",
  );
  early = notes[0].note;
  await writeEntries(store, ENTRIES - FIRST);
  await sealAudit(store, key);
  // What is sealed in one go gets its nodes with the next.
  await sealAudit(store, key);
  const { rows } = await store.database.pool.query<{ seq: string }>(
    "SELECT seq FROM rettvei.audit_leaf ORDER BY place",
  );
  seqs = rows.map(({ seq }) => Number(seq));
});

const seqAt = (place: number): number => seqs[place] ?? 0;

/** Places at the seams of the tree. */
const PLACES = [0, 1, 255, 256, 511, 512, 699, 700, 1_023, 1_024, 1_279, 1_280, 1_298, 1_299];

describe("a proof of one entry", () => {
  it.each(PLACES)("leads from place %i to the signed root, and holds the entry", async (place) => {
    const opened = openProof(verifier, await prove(seqAt(place)));
    expect(opened).toMatchObject({ place, size: ENTRIES, entry: { seq: seqAt(place) } });
    expect(opened.entry).toMatchObject({ actor_name: "Kari", patient_ids: ["p1"] });
  });

  it("is given against an earlier checkpoint that was kept elsewhere, where that holds the entry", async () => {
    expect(openProof(verifier, await prove(seqAt(699), [early]))).toMatchObject({ size: FIRST });
    await expect(prove(seqAt(700), [early])).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("of more than 700 leaves, got none"),
    });
  });

  it("is not given of what is not there, or not yet sealed", async () => {
    await expect(prove(999_999)).rejects.toMatchObject({ code: "bad-input" });
    const late = await testStore("2026-06-01");
    await writeEntries(late, 1);
    const { rows } = await late.database.pool.query("SELECT seq FROM rettvei.audit_entry");
    const tried = inTransaction(late.database.pool, (client) =>
      proveEntry(client, verifier, Number(rows[0].seq)),
    );
    await expect(tried).rejects.toThrow("to be sealed, got one that waits");
  });
});

/** What somebody may try with a proof that was right. */
const FORGERIES: Readonly<Record<string, (proof: EntryProof) => EntryProof>> = {
  "another actor in the entry": (proof) => ({
    ...proof,
    entry: proof.entry.replace("Kari", "Nora"),
  }),
  "the entry written with a blank more": (proof) => ({ ...proof, entry: `${proof.entry} ` }),
  "another place": (proof) => ({ ...proof, place: proof.place + 1 }),
  "a place behind the end": (proof) => ({ ...proof, place: ENTRIES }),
  "a hash changed": (proof) => ({ ...proof, beside: proof.beside.with(3, Buffer.alloc(32)) }),
  "two hashes exchanged": ({ beside: [a, b, ...rest], ...proof }) => ({
    ...proof,
    beside: [b, a, ...rest].filter((hash) => hash !== undefined),
  }),
  "a hash fewer": (proof) => ({ ...proof, beside: proof.beside.slice(1) }),
  "a hash more": (proof) => ({ ...proof, beside: [...proof.beside, Buffer.alloc(32)] }),
  "another root in the checkpoint": (proof) => ({
    ...proof,
    note: proof.note.replace(/\n[^\n]{43}=\n/, `\n${Buffer.alloc(32).toString("base64")}\n`),
  }),
  "another size in the checkpoint": (proof) => ({
    ...proof,
    note: proof.note.replace(`\n${ENTRIES}\n`, `\n${ENTRIES + 1}\n`),
  }),
  "an earlier checkpoint": (proof) => ({ ...proof, note: early }),
  "a checkpoint of the same tree signed with another key": (proof) => {
    const [, , root = ""] = proof.note.split("\n");
    const checkpoint = { origin: key.name, size: ENTRIES, root: Buffer.from(root, "base64") };
    return { ...proof, note: signCheckpoint(newKey(), checkpoint) };
  },
  "a checkpoint of a log of another name": (proof) => {
    const [, , root = ""] = proof.note.split("\n");
    const checkpoint = { origin: "another-log", size: ENTRIES, root: Buffer.from(root, "base64") };
    return { ...proof, note: signCheckpoint(key, checkpoint) };
  },
};

describe("a forged proof", () => {
  let right: EntryProof;
  beforeAll(async () => {
    const read = readProof(await prove(seqAt(300)));
    if (read === undefined) throw new Error("expected a proof");
    right = read;
  });

  it("was right before it was forged", () => {
    expect(openProof(verifier, proofText(right))).toMatchObject({ place: 300 });
  });

  it.each(Object.entries(FORGERIES))("is refused: %s", (_, forge) => {
    const forged = proofText(forge(right));
    expect(forged).not.toBe(proofText(right));
    expect(() => openProof(verifier, forged)).toThrow(
      expect.objectContaining({ code: "bad-proof" }),
    );
  });

  it.each([
    "",
    "c2sp.org/tlog-proof@v1\n",
    "not a proof",
    "c2sp.org/tlog-proof@v2\nindex 1\n\n",
  ])("is refused where it is none: %j", (text) => {
    expect(() => openProof(verifier, text)).toThrow("expected a tlog-proof");
  });
});

describe("of a store that was tampered with", () => {
  it.each([
    [
      "its entry changed",
      (seq: number) => `audit_entry SET actor_name = 'Nora' WHERE seq = ${seq}`,
    ],
    ["its leaf moved", (seq: number) => `audit_leaf SET place = -1 WHERE seq = ${seq}`],
    ["a leaf beside it changed", () => "audit_leaf SET hash = sha256(hash) WHERE place = 301"],
    ["the nodes changed", () => "audit_node SET hash = sha256(hash)"],
  ])("no proof is given: %s", async (_, change) => {
    await store.database.asOwner(async (client) => {
      await client.query("BEGIN");
      for (const table of ["audit_entry", "audit_leaf"])
        await client.query(`ALTER TABLE rettvei.${table} DISABLE TRIGGER USER`);
      await client.query(`UPDATE rettvei.${change(seqAt(300))}`);
      const tried = proveEntry(client, verifier, seqAt(300));
      await expect(tried).rejects.toMatchObject({ code: "bad-proof" });
      await client.query("ROLLBACK");
    });
  });
});

describe("the nodes", () => {
  it("are made again from the leaves where they are gone, in as many goes as it takes", async () => {
    const proof = await prove(seqAt(300));
    await store.database.asOwner((client) => client.query("DELETE FROM rettvei.audit_node"));
    await expect(prove(seqAt(300))).rejects.toThrow("expected the nodes of the tree to be kept");
    await inTransaction(store.database.pool, (client) => keepNodes(client, 600));
    await inTransaction(store.database.pool, (client) => keepNodes(client, ENTRIES));
    expect(await prove(seqAt(300))).toBe(proof);
  });
});
