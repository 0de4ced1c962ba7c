// Knows whom the screens are shown with: the busiest unit of the population, and a course with much to tell.
import { OPERATOR, signIn } from "../sign-in.ts";

export interface Population {
  readonly unitId: string;
  readonly courseId: string;
  readonly patientId: string;
}

interface WorkList {
  readonly rows: readonly {
    readonly courseId: string;
    readonly patient: { readonly patientId: string };
  }[];
}

interface Units {
  readonly units: readonly { readonly unitId: string; readonly running: number }[];
}

export async function populationAt(url: string): Promise<Population> {
  const { ask } = await signIn(url, OPERATOR);
  const { units } = (await (await ask("/api/units")).json()) as Units;
  const [busiest] = [...units].sort((a, b) => b.running - a.running);
  if (busiest === undefined) throw new Error("units: expected at least one, got none");
  const { unitId } = busiest;
  const coordinator = await signIn(url, `coordinator-${unitId}`);
  const lists = ["dated", "undated"].map(async (group) => {
    const list = await coordinator.ask(`/api/units/${unitId}/work-list?group=${group}`);
    return ((await list.json()) as WorkList).rows;
  });
  const [first] = (await Promise.all(lists)).flat();
  if (first === undefined) throw new Error("work list: expected a course, got none");
  return { unitId, courseId: first.courseId, patientId: first.patient.patientId };
}
