// Knows the requests of the load, in a process of its own: some lists, some courses, some registrations.
// Usage: node client.mjs URL COURSES (JSON file)
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { UNIT_HEADER } from "../coordinator.mjs";
import { answerParent } from "../worker.mjs";
import { registrationIn } from "./registration.mjs";

const [url, file, today] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const courses = JSON.parse(readFileSync(file, "utf8"));
let next = 0;

function ask(method, path, headers = {}, body = undefined) {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, method, headers }, async (response) => {
      const bytes = await buffer(response);
      resolve({ status: response.statusCode, etag: response.headers.etag, bytes });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Courses in turn, so that no two requests change one at the same time. */
function nextCourse() {
  next = (next + 1) % courses.length;
  return courses[next];
}

async function registerIn(course) {
  const { path, headers, body } = registrationIn(course, today);
  const answer = await ask("POST", path, headers, body);
  if (answer.etag !== undefined) course.version = Number(answer.etag.replaceAll('"', ""));
  return answer;
}

const REQUESTS = {
  list: ({ unitId }) => ask("GET", `api/units/${unitId}/work-list`, { [UNIT_HEADER]: unitId }),
  course: ({ courseId, unitId }) =>
    ask("GET", `api/courses/${encodeURIComponent(courseId)}`, { [UNIT_HEADER]: unitId }),
  register: registerIn,
};

/** Seven reads of ten, half of them lists. */
const MIX = [
  "list",
  "course",
  "register",
  "list",
  "course",
  "list",
  "register",
  "course",
  "list",
  "register",
];

async function one(kind, scheduled, done) {
  const failed = { status: 0, bytes: "" };
  const { status, bytes } = await REQUESTS[kind](nextCourse()).catch(() => failed);
  const good = status === 200 || status === 201;
  done.push({ kind, ms: performance.now() - scheduled, size: bytes.length, good });
}

/** Requests at a fixed rate, sent when they are due whether the earlier ones are answered or not; time counts from then. */
async function openLoop({ rate, seconds }) {
  const done = [];
  const running = [];
  const start = performance.now() + 50;
  const count = Math.round(rate * seconds);
  for (let index = 0; index < count; index++) {
    const scheduled = start + (index * 1_000) / rate;
    const ahead = scheduled - performance.now();
    if (ahead > 1) await wait(ahead);
    running.push(one(MIX[index % MIX.length], scheduled, done));
  }
  await Promise.all(running);
  const took = (performance.now() - start) / 1_000;
  return { done, took };
}

/** So many clients, each sending its next registration when the one before is answered. */
async function closedLoop({ clients, seconds }) {
  const done = [];
  const start = performance.now();
  const until = start + seconds * 1_000;
  const client = async () => {
    while (performance.now() < until) await one("register", performance.now(), done);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { done, took: (performance.now() - start) / 1_000 };
}

const LOOPS = { open: openLoop, closed: closedLoop };
answerParent((question) => LOOPS[question.loop](question));
