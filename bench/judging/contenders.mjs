// Knows the contenders of judging. Each family works in a process of its own, so that what one has loaded,
// compiled and kept in memory weighs on no other.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { pinnedCourse } from "@rettvei/engine";
import { timed } from "../rounds.mjs";
import { answerParent } from "../worker.mjs";
import { AS_OF, distinctLogs, eightRecordLogs } from "./eight-record-logs.mjs";

/** A run judges at least so many, or it would be over before the clock shows it. */
const PER_RUN = 300_000;

function repeated(work, logs) {
  const times = Math.ceil(PER_RUN / logs);
  const run = () => {
    let answer;
    for (let time = 0; time < times; time++) answer = work();
    return answer;
  };
  return { run, logs: times * logs };
}

function judgedCourses(logs) {
  const library = libraryOf(readBundle());
  return logs.flatMap((log) => pinnedCourse(log, library, AS_OF) ?? []);
}

const FAMILIES = {
  async engine(logs, few) {
    const { engineContender } = await import("./by-engine.mjs");
    const engine = engineContender();
    const some = logs.slice(0, few);
    return {
      engine: repeated(() => engine(logs), logs.length),
      "engine-few": repeated(() => engine(some), some.length),
      distinct: { run: () => distinctLogs(logs), logs: logs.length },
    };
  },
  async hand(logs) {
    const { loopContender } = await import("./by-loop.mjs");
    const { columnsOf, columnsContender } = await import("./by-columns.mjs");
    const columns = columnsOf(judgedCourses(logs));
    return {
      loop: repeated(() => loopContender(logs), logs.length),
      columns: repeated(() => columnsContender(columns), logs.length),
    };
  },
  async fhir(logs) {
    const { fhirBundle } = await import("./fhir-bundle.mjs");
    const { fqmContender } = await import("./by-fqm.mjs");
    const { cqlContender } = await import("./by-cql.mjs");
    const bundles = judgedCourses(logs).map(fhirBundle);
    const byCql = cqlContender();
    return {
      fqm: { run: () => fqmContender(bundles), logs: logs.length },
      cql: { run: () => byCql(bundles), logs: logs.length },
    };
  },
};

const [family, logs, few] = process.argv.slice(2);
const contenders = await FAMILIES[family](eightRecordLogs(Number(logs)), Number(few));
answerParent(async (name) => {
  const { run, logs: judged } = contenders[name];
  return { ...(await timed(run)), logs: judged };
});
