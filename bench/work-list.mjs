// Knows the measurement of the work list: a unit's first page, and whether it stays as fast when the store grows.
import { fileURLToPath } from "node:url";
import { count, milliseconds, ratio } from "./report/figures.mjs";
import { median, quantile } from "./rounds.mjs";
import { filledStore } from "./service/filled-stores.mjs";
import { closeConnections, getJson } from "./service/get-json.mjs";
import { UNITS, unitIdOf } from "./service/running-courses.mjs";
import { startWorker } from "./worker.mjs";

const PROGRAM = fileURLToPath(new URL("./service/serve.mjs", import.meta.url));
const GROUPS = ["dated", "undated"];
const ROUNDS = 5;
/** Judging on each read is slow; some units tell enough. */
const JUDGED_UNITS = 20;

function refuseOther(way, courseIds, body) {
  const expected = body.rows.map(({ courseId }) => courseId).join(" ");
  if (courseIds.join(" ") === expected) return;
  throw new Error(`${way}: expected the courses of the service's page, got others`);
}

/** Asks each way for the same page in turn, right after one another, and holds them to the same answer. */
async function onePage(service, url, unitId, group, ways) {
  const { body, ms } = await getJson(`${url}api/units/${unitId}/work-list?group=${group}`);
  const taken = { service: ms };
  for (const way of ways) {
    const page = await service.ask({ ask: "page", way, unitId, group });
    refuseOther(way, page.courseIds, body);
    taken[way] = page.ms;
  }
  return { group, taken, rows: body.rows.length };
}

async function pagesOf({ service, url }, unitIds, ways) {
  const pages = [];
  for (const unitId of unitIds) {
    for (const group of GROUPS) pages.push(await onePage(service, url, unitId, group, ways));
  }
  return pages;
}

/** Both stores in turns, so that a busy moment of the machine meets them alike. */
async function measurePages(stores) {
  const units = Array.from({ length: UNITS }, (_, index) => unitIdOf(index));
  for (const store of stores) store.first = await pagesOf(store, units, []);
  for (const store of stores) store.later = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const store of stores) store.later.push(...(await pagesOf(store, units, ["sql"])));
  }
  for (const store of stores) {
    store.judged = await pagesOf(store, units.slice(0, JUDGED_UNITS), ["judging"]);
  }
}

function times(pages, group, way) {
  return pages.filter((page) => page.group === group).map(({ taken }) => taken[way]);
}

function rowOf(told, own, against) {
  return [
    told,
    milliseconds(median(own)),
    milliseconds(quantile(own, 0.99)),
    milliseconds(Math.max(...own)),
    ratio(median(own) / median(against)),
  ];
}

function rowsOf({ courses, first, later, judged }, group) {
  const size = `${count(courses)}, ${group}`;
  const own = times(later, group, "service");
  return [
    rowOf(`${size}: the service`, own, own),
    rowOf(`${size}: the service, first time of each unit`, times(first, group, "service"), own),
    rowOf(`${size}: one SQL query, judges and counts nothing`, times(later, group, "sql"), own),
    rowOf(`${size}: judging all of the unit on read`, times(judged, group, "judging"), own),
  ];
}

async function startStore(folder, courses) {
  const service = startWorker(PROGRAM, [filledStore(folder, courses)]);
  const [url, version] = [await service.ask({ ask: "url" }), await service.ask({ ask: "version" })];
  return { courses, service, url, version };
}

async function stopStore({ service }) {
  await service.ask({ ask: "close" });
  await service.stop();
}

function targetsOf(small, large) {
  const all = ({ later }) => GROUPS.flatMap((group) => times(later, group, "service"));
  const medians = ({ later }) => GROUPS.map((group) => median(times(later, group, "service")));
  const flat = Math.max(...medians(large).map((ms, at) => ms / medians(small)[at]));
  const p99 = quantile(all(small), 0.99);
  return [
    {
      reach: `first page at most 20 ms at the service with ${count(small.courses)} running courses over ${UNITS} units (median, p99)`,
      measured: `${milliseconds(median(all(small)))}, ${milliseconds(p99)}`,
      held: p99 <= 20,
    },
    {
      reach: `flat within 1.5 times with ${count(large.courses)} (medians, the worse group)`,
      measured: ratio(flat),
      held: flat <= 1.5,
    },
  ];
}

export async function measureWorkList({ courses = 100_000, stores }) {
  const small = await startStore(stores, courses);
  const large = await startStore(stores, courses * 10);
  await measurePages([small, large]);
  closeConnections();
  await stopStore(small);
  await stopStore(large);
  const rowsOnPage = median(large.later.map(({ rows }) => rows));
  return {
    title: "Work list",
    setting: [
      `embedded PostgreSQL ${small.version}, fsync on; running courses laid evenly over ${UNITS} units, ${count(courses / UNITS)} and ${count((courses * 10) / UNITS)} a unit`,
      `\`GET /api/units/:unitId/work-list\` over loopback with one kept connection, from asking to parsed answer, ${rowsOnPage} rows with the unit's counts; every unit and both groups, ${ROUNDS} rounds`,
      `the other two ways are timed inside the service's process, without HTTP, and gave the same courses in the same order each time`,
    ],
    columns: ["", "median", "p99", "most", "to the service"],
    rows: [small, large].flatMap((store) => GROUPS.flatMap((group) => rowsOf(store, group))),
    targets: targetsOf(small, large),
  };
}
