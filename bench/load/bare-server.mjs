// Knows the least that could answer the same requests: node:http and pg, writing the same rows, checking nothing.
// It answers as much as the service, which it does not work out but was given, and keeps it as the service keeps its
// answers. Usage: node bare-server.mjs CONNECTION (JSON) ANSWER (JSON file: the service's to a registration)
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import pg from "pg";
import { answerParent } from "../worker.mjs";

const [connection, file] = process.argv.slice(2);
const given = JSON.parse(readFileSync(file, "utf8"));
const pool = new pg.Pool({ ...JSON.parse(connection), max: 16 });

const AUDIT = `
  INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, hpr, role, organisation,
    point_of_care, patient_ids, course_id, resource, resource_version, verb, route, basis, decision_ref, purpose, outcome)
  VALUES ($1, $2, 'bare', 'person', 'Bare', NULL, 'coordinator', 'BENCH', 'bench-000', $3, $4, $5, NULL, $6, $7,
    'unit', 'bench-000', 'COC', 'allowed')`;

function audit(client, patientIds, courseId, resource, verb, route) {
  const values = [new Date(), randomUUID(), patientIds, courseId, resource, verb, route];
  return client.query({ name: "audit", text: AUDIT, values });
}

const LIST = `
  SELECT s.*, p.name, p.birth_year FROM rettvei.course_state s LEFT JOIN rettvei.patient p USING (patient_id)
  WHERE s.unit_id = $1 AND s.running AND s.next_on IS NOT NULL ORDER BY s.next_on, s.course_id LIMIT 50`;

const COURSE = `
  SELECT c.patient_id, r.* FROM rettvei.course c JOIN rettvei.record r USING (course_id)
  WHERE c.course_id = $1 ORDER BY r.seq`;

async function inTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const answer = await work(client);
    await client.query("COMMIT");
    return answer;
  } catch (cause) {
    await client.query("ROLLBACK");
    throw cause;
  } finally {
    client.release();
  }
}

function list(unitId) {
  return inTransaction(async (client) => {
    const { rows } = await client.query({ name: "list", text: LIST, values: [unitId] });
    const patients = rows.map((row) => row.patient_id);
    await audit(client, patients, null, "work-list", "r", "GET list");
    return rows;
  });
}

function course(courseId) {
  return inTransaction(async (client) => {
    const { rows } = await client.query({ name: "course", text: COURSE, values: [courseId] });
    await audit(client, [rows[0].patient_id], courseId, "course", "r", "GET course");
    return { ...given.course, courseId, seq: rows.at(-1).seq };
  });
}

const KEY = `INSERT INTO rettvei.answered_request (key, request_hash, answered_at) VALUES ($1, 'bare', now())`;
const RECORD = `
  INSERT INTO rettvei.record (record_id, course_id, event, occurred_on, recorded_at, recorded_by, entered)
  VALUES ($1, $2, $3, $4, now(), 'bare', 'by-hand') RETURNING seq`;
const STATE = `UPDATE rettvei.course_state SET last_seq = $2, last_event = $3, last_event_on = $4 WHERE course_id = $1 RETURNING patient_id`;
const ANSWER =
  "UPDATE rettvei.answered_request SET status = 201, version = $2, answer = $3 WHERE key = $1";

function register(key, courseId, { event, occurredOn }) {
  return inTransaction(async (client) => {
    await client.query({ name: "key", text: KEY, values: [key] });
    const record = [randomUUID(), courseId, event, occurredOn];
    const added = await client.query({ name: "record", text: RECORD, values: record });
    const { seq } = added.rows[0];
    const state = { name: "state", text: STATE, values: [courseId, seq, event, occurredOn] };
    const { rows } = await client.query(state);
    const text = JSON.stringify({ ...given, course: { ...given.course, courseId }, seq });
    await client.query({
      name: "answer",
      text: ANSWER,
      values: [key, seq, text],
    });
    await audit(client, [rows[0].patient_id], courseId, "course", "w", "POST record");
    return text;
  });
}

async function answerOf(request) {
  const [, , kind, id, part] = request.url.split("?")[0].split("/");
  if (kind === "units") return list(decodeURIComponent(id));
  if (part !== "records") return course(decodeURIComponent(id));
  const { records } = await json(request);
  return register(request.headers["idempotency-key"], decodeURIComponent(id), records[0]);
}

// As long as the service keeps idle connections, or one is closed just as it is used again.
const KEPT_MS = 72_000;

const server = createServer({ keepAliveTimeout: KEPT_MS }, async (request, response) => {
  try {
    const answer = await answerOf(request);
    const status = request.method === "POST" ? 201 : 200;
    const text = typeof answer === "string" ? answer : JSON.stringify(answer);
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: error.message }));
  }
});
server.listen(0, "127.0.0.1");
await once(server, "listening");

const ANSWERS = {
  url: async () => `http://127.0.0.1:${server.address().port}/`,
  close: async () => {
    server.closeAllConnections();
    server.close();
    await pool.end();
  },
};
answerParent(async (question) => (await ANSWERS[question.ask](question)) ?? null);
