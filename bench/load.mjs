// Knows the measurement of the service under load, beside the least that could answer the same requests.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { osloDate } from "@rettvei/definitions";
import { registrationIn } from "./load/registration.mjs";
import { count, milliseconds, percent, ratio } from "./report/figures.mjs";
import { median, quantile } from "./rounds.mjs";
import { filledStore } from "./service/filled-stores.mjs";
import { startWorker } from "./worker.mjs";

const program = (name) => fileURLToPath(new URL(`./load/${name}.mjs`, import.meta.url));

const RATES = [50, 100, 200, 300, 400, 500, 600, 800, 1_000, 1_200, 1_500];
const SECONDS = 10;
const SLOWEST = 250;
const ASKED_RATE = 200;
const CLIENTS = 32;
const ROUNDS = 3;
/** So many registrations are answered before, to know how large answers are. */
const EXAMPLES = 51;

function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function figuresOf({ done, took }) {
  const times = done.map(({ ms }) => ms);
  return {
    p50: median(times),
    p99: quantile(times, 0.99),
    failed: done.filter(({ good }) => !good).length,
    perSecond: done.length / took,
    size: meanOf(done.map(({ size }) => size)),
  };
}

/** A rate is borne where nothing fails and all but one in a hundred are answered in time. */
function isBorne({ p99, failed }) {
  return failed === 0 && p99 <= SLOWEST;
}

async function kneeOf({ client }) {
  const steps = [];
  for (const rate of RATES) {
    const figures = figuresOf(await client.ask({ loop: "open", rate, seconds: SECONDS }));
    steps.push({ rate, ...figures });
    if (!isBorne(figures)) break;
  }
  const borne = steps.filter(isBorne).at(-1);
  return { steps, knee: borne?.rate ?? 0 };
}

/** As long as a round, and not counted: what is measured has been running. */
async function warmUp(contenders) {
  for (const { client } of contenders) {
    await client.ask({ loop: "closed", clients: CLIENTS, seconds: SECONDS });
  }
}

/** In turns, so that a busy moment of the machine meets both alike. */
async function registrationsOf(contenders) {
  const runs = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, client } of contenders) {
      const figures = figuresOf(
        await client.ask({ loop: "closed", clients: CLIENTS, seconds: SECONDS }),
      );
      if (figures.failed > 0)
        throw new Error(`${name}: expected every registration kept, ${figures.failed} failed`);
      runs.get(name).push(figures);
    }
  }
  return runs;
}

async function answerTo(url, course) {
  const { path, headers, body } = registrationIn(course, osloDate(Date.now()));
  const response = await fetch(`${url}${path}`, { method: "POST", headers, body });
  if (response.status !== 201) throw new Error(`an answer: expected 201, got ${response.status}`);
  return response.text();
}

/** What the service answers to a registration, of mean size: for the bare server to answer the same. */
async function meanAnswer(url, courses) {
  const answers = [];
  for (const course of courses) answers.push(await answerTo(url, course));
  const mean = meanOf(answers.map(({ length }) => length));
  const off = ({ length }) => Math.abs(length - mean);
  return answers.sort((a, b) => off(a) - off(b))[0];
}

async function contender(name, url, courses, folder) {
  const file = join(folder, `load-${name}.json`);
  writeFileSync(file, JSON.stringify(courses));
  const client = startWorker(program("client"), [url, file, osloDate(Date.now())]);
  return { name, client };
}

function stepRows(name, { steps }) {
  return steps.map(({ rate, p50, p99, failed }) => [
    `${name}, ${count(rate)} a second`,
    milliseconds(p50),
    milliseconds(p99),
    count(failed),
  ]);
}

function registrationRow(name, runs) {
  const perSecond = median(runs.map((run) => run.perSecond));
  const slowest = median(runs.map((run) => run.p99));
  return [
    `${name}: registrations alone, ${CLIENTS} clients, ${count(perSecond)} a second`,
    milliseconds(median(runs.map((run) => run.p50))),
    milliseconds(slowest),
    "0",
  ];
}

function sizeOf(runs, name) {
  return median(runs.get(name).map(({ size }) => size));
}

function targetsOf(own, bare, runs) {
  const perSecond = (name) => median(runs.get(name).map((run) => run.perSecond));
  const asked = own.steps.find(({ rate }) => rate === ASKED_RATE);
  const part = own.knee / bare.knee;
  const writing = perSecond("service") / perSecond("bare");
  return [
    {
      reach: `p99 at most ${SLOWEST} ms at ${ASKED_RATE} requests a second, 70 % reads, with full audit`,
      measured: asked === undefined ? "not reached" : milliseconds(asked.p99),
      held: asked !== undefined && isBorne(asked),
    },
    {
      reach: "half of the rate that bare Node and PostgreSQL bear (knees)",
      measured: `${count(own.knee)} of ${count(bare.knee)}: ${percent(part)}`,
      held: part >= 0.5,
    },
    {
      reach: `registrations alone at ${CLIENTS} clients: half of what bare Node and PostgreSQL write`,
      measured: ratio(writing),
      held: writing >= 0.5,
    },
  ];
}

export async function measureLoad({ courses = 100_000, stores }) {
  const filled = filledStore(stores, courses);
  const dataDir = `${filled}-load`;
  rmSync(dataDir, { recursive: true, force: true });
  // With its owners: a database belongs to somebody else than root.
  execFileSync("cp", ["-a", filled, dataDir]);
  const service = startWorker(program("serve"), [dataDir]);
  const version = await service.ask({ ask: "version" });
  const connection = await service.ask({ ask: "connection" });
  const asked = await service.ask({ ask: "courses", count: EXAMPLES + 20_000 });
  const [examples, some] = [asked.slice(0, EXAMPLES), asked.slice(EXAMPLES)];
  const url = await service.ask({ ask: "url" });
  const answer = join(stores, "load-answer.json");
  writeFileSync(answer, await meanAnswer(url, examples));
  const bareServer = startWorker(program("bare-server"), [JSON.stringify(connection), answer]);
  const half = some.length / 2;
  const own = await contender("service", url, some.slice(0, half), stores);
  const bare = await contender(
    "bare",
    await bareServer.ask({ ask: "url" }),
    some.slice(half),
    stores,
  );
  await warmUp([own, bare]);
  const runs = await registrationsOf([own, bare]);
  const [ownKnee, bareKnee] = [await kneeOf(own), await kneeOf(bare)];
  for (const { client } of [own, bare]) await client.stop();
  for (const worker of [bareServer, service]) {
    await worker.ask({ ask: "close" });
    await worker.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
  return {
    title: "Load",
    setting: [
      `embedded PostgreSQL ${version}, fsync on, ${count(courses)} running courses; server, database and the clients share the machine`,
      `open loop: requests are sent when they are due, ${SECONDS} s at each rate, and their time counts from then; 4 lists, 3 courses and 3 registrations of ten; a rate is borne where nothing fails and p99 is at most ${SLOWEST} ms`,
      `answers to a registration are as large: ${count(sizeOf(runs, "service"))} bytes of the service, ${count(sizeOf(runs, "bare"))} of the bare server in the mean`,
      `registrations alone: ${ROUNDS} rounds of ${SECONDS} s each in turns, after one that is not counted`,
      "the bare server is node:http and pg: the same rows written in one transaction, lists and records read by one query each, and answers of the same size, kept like the service's; it decides no access, checks no input, judges nothing",
    ],
    columns: ["", "p50", "p99", "failed"],
    rows: [
      registrationRow("service", runs.get("service")),
      registrationRow("bare", runs.get("bare")),
      ...stepRows("service", ownKnee),
      ...stepRows("bare", bareKnee),
    ],
    targets: targetsOf(ownKnee, bareKnee, runs),
  };
}
