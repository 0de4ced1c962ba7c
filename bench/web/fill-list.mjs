// Knows how a store is filled with one long list, in a process that ends with it. Usage: node fill-list.mjs FOLDER COURSES
import { osloDate } from "@rettvei/definitions";
import { units } from "@rettvei/demo";
import { keepUnits, loadPopulation, startService } from "@rettvei/service";
import { runningCourses } from "../service/running-courses.mjs";

const [dataDir, courses] = process.argv.slice(2);
// One of the units whose staff the test login knows.
const [{ id: unitId, name }] = units();

async function prepare(store) {
  await keepUnits(store, [
    { unitId, name, kind: "dps", hfName: null, rhfName: null, synthetic: true },
  ]);
  const today = osloDate(Date.now());
  await loadPopulation(
    store,
    runningCourses(Number(courses), today, () => unitId),
  );
}

const service = await startService({ dataDir, port: 0, prepare });
await service.close();
