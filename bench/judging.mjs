// Knows the measurement of judging: full verdicts by the engine against one indicator computed by others.
import { fileURLToPath } from "node:url";
import { AS_OF } from "./judging/eight-record-logs.mjs";
import { count, ratio } from "./report/figures.mjs";
import { inTurns, median } from "./rounds.mjs";
import { startWorker } from "./worker.mjs";

const ROUNDS = 5;
const FHIR_PATIENTS = 500;
const PROGRAM = fileURLToPath(new URL("./judging/contenders.mjs", import.meta.url));

const LARGE = [
  { name: "engine", family: "engine", told: "Rettvei: every rule, full verdicts" },
  { name: "loop", family: "hand", told: "loop by hand over the same records: one indicator" },
  { name: "columns", family: "hand", told: "loop over typed arrays made ready: one indicator" },
];
const FEW = [
  { name: "engine-few", family: "engine", told: "Rettvei on the few: every rule, full verdicts" },
  { name: "fqm", family: "fhir", told: "fqm-execution on the few: one indicator" },
  { name: "cql", family: "fhir", told: "cql-execution alone on the few: one indicator" },
];

function startFamilies(courses) {
  const few = Math.min(FHIR_PATIENTS, courses);
  const start = (family, logs) => startWorker(PROGRAM, [family, String(logs), String(few)]);
  return {
    engine: start("engine", courses),
    hand: start("hand", courses),
    fhir: start("fhir", few),
  };
}

function refuseUnequal(figures) {
  const answers = figures.flatMap(({ name, runs }) => runs.map((run) => ({ name, ...run.answer })));
  const [first, ...others] = answers;
  for (const { name, denominator, numerator } of others) {
    if (denominator === first.denominator && numerator === first.numerator) continue;
    const expected = `${first.numerator} of ${first.denominator}, as ${first.name} counts`;
    throw new Error(`${name}: expected ${expected}, got ${numerator} of ${denominator}`);
  }
}

async function measured(families, group) {
  const contenders = group.map(({ name, family }) => ({
    name,
    run: () => families[family].ask(name),
  }));
  const runs = await inTurns(contenders, ROUNDS);
  const figures = group.map(({ name, told }) => {
    const own = runs.get(name);
    return {
      name,
      told,
      runs: own,
      rates: own.map(({ logs, cpu }) => logs / cpu),
      onClock: median(own.map(({ logs, wall }) => logs / wall)),
    };
  });
  refuseUnequal(figures);
  return figures;
}

function rowsOf(figures) {
  const [engine] = figures;
  return figures.map(({ told, rates, onClock }) => [
    told,
    count(median(rates)),
    `${count(Math.min(...rates))} to ${count(Math.max(...rates))}`,
    count(onClock),
    ratio(median(engine.rates) / median(rates)),
  ]);
}

function counted([{ runs }]) {
  const [{ answer }] = runs;
  return `${count(answer.numerator)} of ${count(answer.denominator)}`;
}

function targetsOf([engine], [engineFew, fqm]) {
  const rate = median(engine.rates);
  const faster = median(engineFew.rates) / median(fqm.rates);
  return [
    {
      reach: "at least 300,000 pathways a second per core, full verdicts, eight records each",
      measured: count(rate),
      held: rate >= 300_000,
    },
    {
      reach: "at least 1,000 times fqm-execution per patient",
      measured: ratio(faster),
      held: faster >= 1_000,
    },
  ];
}

function settingOf(courses, large, few, distinct) {
  const [{ runs }] = large;
  const [{ answer, logs }] = runs;
  const passes = logs / courses;
  return [
    `${count(courses)} logs of eight records, ${count(distinct)} of them distinct in content, judged as of ${AS_OF}, ${passes} times a round; ${(answer.verdicts / courses).toFixed(2)} verdicts a log`,
    `the first ${Math.min(FHIR_PATIENTS, courses)} of them ("the few") also as FHIR R4 resources in memory, loaded anew in each round`,
    `the indicator: adult outpatients with a decision within 42 days of the first attendance; every contender counted the same in every round (${counted(large)}; of the few ${counted(few)})`,
    `${ROUNDS} rounds in turns, each family of contenders in a process of its own; a core second is a second of processor time, garbage collection included`,
  ];
}

export async function measureJudging({ courses = 20_000 }) {
  const families = startFamilies(courses);
  const { answer: distinct } = await families.engine.ask("distinct");
  const large = await measured(families, LARGE);
  const few = await measured(families, FEW);
  await Promise.all(Object.values(families).map((family) => family.stop()));
  return {
    title: "Judging",
    setting: settingOf(courses, large, few, distinct),
    columns: ["", "courses a core second", "least to most", "courses a second", "Rettvei to it"],
    rows: [...rowsOf(large), ...rowsOf(few)],
    targets: targetsOf(large, few),
  };
}
