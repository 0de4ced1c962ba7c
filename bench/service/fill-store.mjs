// Knows how a store is filled, in a process that ends with it. Usage: node fill-store.mjs FOLDER COURSES
import { osloDate } from "@rettvei/definitions";
import { keepUnits, loadPopulation, startService } from "@rettvei/service";
import { runningCourses, UNITS, unitIdOf } from "./running-courses.mjs";

const [dataDir, courses] = process.argv.slice(2);

function unitOf(index) {
  const unitId = unitIdOf(index);
  const trust = { hfName: null, rhfName: null };
  return { unitId, name: `Bench unit ${index}`, kind: "dps", ...trust, synthetic: true };
}

async function prepare(store) {
  await keepUnits(
    store,
    Array.from({ length: UNITS }, (_, index) => unitOf(index)),
  );
  await loadPopulation(store, runningCourses(Number(courses), osloDate(Date.now())));
}

const service = await startService({ dataDir, port: 0, prepare });
await service.close();
