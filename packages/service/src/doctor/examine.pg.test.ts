// Proves that all that must hold holds of what the service wrote, and that each breach of it is found.
import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAudit } from "../audit/seal/seal-audit.ts";
import { verifierOf } from "../audit/seal/signed-note.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";
import { examine } from "./examine.ts";
import type { Examined } from "./invariant.ts";

closeStores("after all");

const key = {
  name: "rettvei-audit",
  privateKey: generateKeyPairSync("ed25519").privateKey,
} as const;
let seeded: SeededApi;
let client: pg.Client;
let examined: Examined;

beforeAll(async () => {
  seeded = await seededApi();
  const { api, store } = seeded;
  await api.register("n00-c1", [{ event: "evaluation", occurredOn: "2024-03-19" }]);
  await api.register("n01-c1", [{ voids: "n01-r3" }]);
  const body = { role: "coordinator", personId: "k1", personName: "Testine Koordinator" };
  const url = "/api/courses/n02-c1/assignments";
  const { headers } = await api.get(url);
  const assigned = await api.post(url, body, { "if-match": String(headers.etag) });
  expect(assigned.status).toBe(201);
  store.setToday("2024-03-21");
  await sealAudit(store, key);
  client = new pg.Client(store.url);
  await client.connect();
  const { judging } = store;
  examined = { client, kind: "external", judging, verifier: verifierOf(key) };
});
afterAll(() => client?.end());

/** What an examination finds once somebody with every right has done this; undone afterwards. */
async function after(...statements: readonly string[]): Promise<readonly string[]> {
  await client.query("BEGIN");
  try {
    for (const statement of statements) await client.query(statement);
    const findings = await examine(examined);
    return findings.flatMap(({ says, troubles }) => troubles.map((line) => `${says} ${line}`));
  } finally {
    await client.query("ROLLBACK");
  }
}

/** The same with triggers and references switched off meanwhile, and on again as they were. */
function tampered(...statements: readonly string[]): Promise<readonly string[]> {
  return after(
    "SET LOCAL session_replication_role = replica",
    ...["record", "course", "fact", "audit_entry", "audit_leaf", "audit_checkpoint"].map(
      (table) =>
        `ALTER TABLE rettvei.${table} DISABLE TRIGGER ${table.replace("_entry", "")}_is_append_only`,
    ),
    ...statements,
    ...["record", "course", "fact", "audit_entry", "audit_leaf", "audit_checkpoint"].map(
      (table) =>
        `ALTER TABLE rettvei.${table} ENABLE ALWAYS TRIGGER ${table.replace("_entry", "")}_is_append_only`,
    ),
    "SET LOCAL session_replication_role = origin",
  );
}

const NEW_AUDIT = `INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, role, organisation,
  point_of_care, patient_ids, resource, resource_version, verb, route, basis, decision_ref, purpose, outcome) VALUES
  (now(), 'x', 'a', 'person', 'A', 'coordinator', 'o', 'u1', '{}', 'course', `;

/** A breach of each invariant, and a sign that it was found. */
const BREACHES: Readonly<Record<string, readonly [RegExp, ...(readonly string[])]>> = {
  "a table that a crash would empty": [
    /table answered_request.*UNLOGGED/,
    "ALTER TABLE rettvei.answered_request SET UNLOGGED",
  ],
  "an append-only trigger that is off": [
    /table actor: .*append-only/,
    "ALTER TABLE rettvei.actor DISABLE TRIGGER actor_is_append_only",
  ],
  "an index that is not valid": [
    /index .*matter_of_unit: expected a valid index/,
    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'rettvei.matter_of_unit'::regclass",
  ],
  "sorting of another version": [
    /sorting: expected version 0\.0/,
    "UPDATE pg_database SET datcollversion = '0.0' WHERE datname = current_database()",
  ],
  "a course whose patient is gone": [
    /course_patient_id_fkey: expected a row of .*patient for each/,
    "DELETE FROM rettvei.patient WHERE patient_id = 'n05-p1'",
  ],
  "a record whose course is gone": [
    /record_course_id_fkey: .*none for 4/,
    "DELETE FROM rettvei.course WHERE course_id = 'n05-c1'",
  ],
  "a number given twice": [
    /number \d+: expected one row, got 2/,
    "UPDATE rettvei.fact SET seq = (SELECT min(seq) FROM rettvei.record)",
  ],
  "a number that would be given again": [
    /numbers: expected the next to be above/,
    "SELECT setval(pg_get_serial_sequence('rettvei.record', 'seq'), 3)",
  ],
  "a record voided twice": [
    /record n01-r3: expected to be voided or corrected once, got 2 times/,
    `INSERT INTO rettvei.record (record_id, course_id, recorded_at, voids) VALUES ('again', 'n01-c1', now(), 'n01-r3')`,
  ],
  "a record voided by an earlier one": [
    /record n03-r3: expected to be voided or corrected by a later one/,
    `INSERT INTO rettvei.record (seq, record_id, course_id, recorded_at, voids) OVERRIDING SYSTEM VALUE
     VALUES (-1, 'early', 'n03-c1', now(), 'n03-r3')`,
  ],
  "a date that was changed": [
    /course n03-c1: expected next_on as it is judged, got another/,
    "UPDATE rettvei.record SET occurred_on = occurred_on - 30 WHERE record_id = 'n03-r3'",
  ],
  "a kept state that was changed": [
    /course n03-c1: expected next_on as it is judged, got another/,
    "UPDATE rettvei.course_state SET next_on = next_on + 10 WHERE course_id = 'n03-c1'",
  ],
  "a course that nobody judged": [
    /course n03-c1: expected to be judged, got no state/,
    "DELETE FROM rettvei.course_state WHERE course_id = 'n03-c1'",
  ],
  "a matter that was changed": [
    /matter .*: expected person_id as its facts say/,
    "UPDATE rettvei.matter SET person_id = 'somebody-else'",
  ],
  "a matter that was lost": [
    /matter .*: expected its kept state, got none/,
    "DELETE FROM rettvei.matter",
  ],
  "a matter that nothing tells of": [
    /matter .*: expected facts that tell of it, got none/,
    "DELETE FROM rettvei.fact",
  ],
  "an open matter without an owner": [
    /assignment .*: expected an owner and a due date, got no owner/,
    "UPDATE rettvei.matter SET person_id = NULL, unit_id = NULL",
  ],
  "an open matter without a day": [
    /message m1: expected an owner and a due date, got no due date/,
    "INSERT INTO rettvei.matter (matter_id, type, state, open, unit_id, last_seq) VALUES ('m1', 'message', 'sent', true, 'u1', 1)",
  ],
  "two running courses of one pathway": [
    /courses n03-c1, n04-c1: expected one running course of tsb/,
    "UPDATE rettvei.course_state SET patient_id = 'n03-p1' WHERE course_id = 'n04-c1'",
  ],
  "a record without its audit": [
    /record .*: expected an audit entry of its writing, got none/,
    "DELETE FROM rettvei.audit_entry WHERE verb <> 'r' AND course_id = 'n00-c1'",
  ],
  "a record that somebody else is said to have written": [
    /record .*: expected an audit entry of its writing, got none/,
    "UPDATE rettvei.record SET recorded_by = 'somebody-else' WHERE recorded_by IS NOT NULL",
  ],
  "a fact without its audit": [
    /fact .*: expected an audit entry of its writing, got none/,
    "DELETE FROM rettvei.audit_entry WHERE verb <> 'r' AND course_id = 'n02-c1'",
  ],
  "an audit of a record that is gone": [
    /audit entry \d+: expected the record or fact \d+, got none/,
    "DELETE FROM rettvei.record WHERE recorded_by IS NOT NULL AND course_id = 'n00-c1'",
  ],
  "an answer without a ground": [
    /audit entry \d+: expected a ground and who asked, got none for person/,
    `${NEW_AUDIT} NULL, 'r', 'GET /', 'none', '-', 'COC', 'allowed')`,
  ],
  "an answer to somebody at no unit": [
    /audit entry \d+: expected point_of_care, got none/,
    `${NEW_AUDIT.replace("'u1'", "'-'")} NULL, 'r', 'GET /', 'unit', 'u1', 'COC', 'allowed')`,
  ],
  "an answer for no purpose": [
    /audit entry \d+: expected purpose, got none/,
    `${NEW_AUDIT} NULL, 'r', 'GET /', 'unit', 'u1', ' ', 'allowed')`,
  ],
  "an audit entry that was changed": [
    /audit entry \d+: entry: expected as it was sealed, got another content/,
    "UPDATE rettvei.audit_entry SET actor_name = 'Nobody' WHERE seq = (SELECT min(seq) FROM rettvei.audit_leaf)",
  ],
  "an audit entry that was removed": [
    /audit entry \d+: entry: expected to be there, got none/,
    "DELETE FROM rettvei.audit_entry WHERE seq = (SELECT min(seq) FROM rettvei.audit_leaf)",
  ],
};

describe("an examination", () => {
  it("finds nothing in what the service wrote", async () => {
    expect(await after()).toEqual([]);
  });

  it.each(Object.entries(BREACHES))("finds %s", async (_, [sign, ...statements]) => {
    const found = await tampered(...statements);
    expect(found.filter((line) => sign.test(line))).not.toEqual([]);
  });

  it("finds a login that does not see every row", async () => {
    const [trouble] = await after("SET LOCAL ROLE rettvei_service");
    expect(trouble).toMatch(/login: expected one that sees every row, got rettvei_service/);
  });

  it("never tells a name or a person number", async () => {
    const all = await tampered("DELETE FROM rettvei.course_state");
    expect(all.length).toBeGreaterThan(11);
    expect(all.join()).not.toMatch(/Testine|13897012345/);
  });
});
