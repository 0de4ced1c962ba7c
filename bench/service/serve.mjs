// Knows the service in a process of its own, that also gives pages in the ways it is measured against.
// Usage: node serve.mjs FOLDER
import { performance } from "node:perf_hooks";
import { startService } from "@rettvei/service";
import { authenticate } from "../coordinator.mjs";
import { answerParent } from "../worker.mjs";
import { pageByJudging } from "./page-by-judging.mjs";
import { pageBySql } from "./page-by-sql.mjs";

const WAYS = { sql: pageBySql, judging: pageByJudging };

const [dataDir] = process.argv.slice(2);
const service = await startService({ dataDir, port: 0, authenticate });

async function page({ way, unitId, group }) {
  const before = performance.now();
  const courseIds = await WAYS[way](service.store, unitId, group);
  return { courseIds, ms: performance.now() - before };
}

const ANSWERS = {
  url: async () => service.url,
  version: async () => {
    const { rows } = await service.store.database.pool.query("SHOW server_version");
    return rows[0].server_version;
  },
  page,
  close: () => service.close(),
};

answerParent(async (question) => (await ANSWERS[question.ask](question)) ?? null);
