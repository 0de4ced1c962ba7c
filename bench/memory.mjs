// Knows the measurement of memory: what the service holds after its start and after many answers, by size of store.
import { count, megabytes, ratio } from "./report/figures.mjs";
import { median } from "./rounds.mjs";
import { filledStore } from "./service/filled-stores.mjs";
import { closeConnections, getJson } from "./service/get-json.mjs";
import { memoryOf, memoryOfServer } from "./service/process-memory.mjs";
import { unitIdOf } from "./service/running-courses.mjs";
import { startServiceProcess } from "./service/start-service.mjs";

const REQUESTS = 2_000;
const REQUESTS_A_VISIT = 4;
const STARTS = 3;

async function opened(url, path) {
  const { body } = await getJson(`${url}api/${path}`);
  return body;
}

/** What a coordinator does all day: both groups of the list, then a course of it; now and then the list of units. */
async function work(url) {
  for (let visit = 0; visit < REQUESTS / REQUESTS_A_VISIT; visit++) {
    const unitId = unitIdOf(visit);
    const dated = await opened(url, `units/${unitId}/work-list?group=dated`);
    const undated = await opened(url, `units/${unitId}/work-list?group=undated`);
    const rows = [...dated.rows, ...undated.rows];
    const { courseId } = rows[visit % rows.length];
    await opened(url, `courses/${encodeURIComponent(courseId)}`);
    await opened(url, visit % 10 === 0 ? "units" : "health");
  }
}

async function oneStart(store) {
  const { url, pid, stop } = await startServiceProcess(store.dataDir);
  const started = memoryOf(pid);
  await work(url);
  const worked = memoryOf(pid);
  const server = memoryOfServer(store.dataDir);
  await stop();
  return { started: started.now, worked: worked.now, peak: worked.peak, server };
}

function rowOf({ courses, starts }) {
  const middle = (of) => megabytes(median(starts.map(of)));
  return [
    `${count(courses)} courses`,
    middle(({ started }) => started),
    middle(({ worked }) => worked),
    middle(({ peak }) => peak),
    middle(({ server }) => server),
  ];
}

function targetsOf(small, large) {
  const growth = (of) => median(large.starts.map(of)) / median(small.starts.map(of));
  const started = growth((one) => one.started);
  const worked = growth((one) => one.worked);
  return [
    {
      reach: `the service's memory grows at most 20 % from ${count(small.courses)} to ${count(large.courses)} courses (after start, after ${count(REQUESTS)} requests)`,
      measured: `${ratio(started)}, ${ratio(worked)}`,
      held: Math.max(started, worked) <= 1.2,
    },
  ];
}

export async function measureMemory({ courses = 100_000, stores: folder }) {
  const stores = [courses, courses * 10].map((size) => {
    return { courses: size, dataDir: filledStore(folder, size), starts: [] };
  });
  for (let start = 0; start < STARTS; start++) {
    for (const store of stores) store.starts.push(await oneStart(store));
  }
  closeConnections();
  return {
    title: "Memory of the service",
    setting: [
      `resident memory of the service in a process of its own on a filled data directory; median of ${STARTS} starts in turns`,
      `${count(REQUESTS)} requests: work lists of both groups of all units, courses of them, the list of units`,
      `PostgreSQL: the embedded server's processes together after the requests, shared memory counted once`,
    ],
    columns: ["", "after start", "after the requests", "peak", "PostgreSQL"],
    rows: stores.map(rowOf),
    targets: targetsOf(...stores),
  };
}
