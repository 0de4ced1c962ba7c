// Knows the service and the bare server in one process each, on one database. Usage: node serve.mjs FOLDER service|bare PORT
import { startService } from "@rettvei/service";
import { authenticate } from "../coordinator.mjs";
import { answerParent } from "../worker.mjs";

const [dataDir] = process.argv.slice(2);

const service = await startService({ dataDir, port: 0, authenticate });
const { database } = service.store;

/** A running course of each of many patients, with the version that a change of it names. */
async function courses(count) {
  const { rows } = await database.pool.query(
    `SELECT s.course_id AS "courseId", s.unit_id AS "unitId", s.last_seq::int AS version
     FROM rettvei.course_state s WHERE s.running ORDER BY md5(s.course_id) LIMIT $1`,
    [count],
  );
  return rows;
}

const ANSWERS = {
  url: async () => service.url,
  version: async () => (await database.pool.query("SHOW server_version")).rows[0].server_version,
  courses: ({ count }) => courses(count),
  connection: async () => {
    const { host, port, user, password, database: name } = database.pool.options;
    return { host, port, user, password, database: name };
  },
  close: () => service.close(),
};

answerParent(async (question) => (await ANSWERS[question.ask](question)) ?? null);
