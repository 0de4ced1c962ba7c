// Knows how the course that the screens show gets its people, a plan and an evaluation, as staff make them.

import { type Ask, signIn } from "../sign-in.ts";
import { jsonOf, posted } from "../staffed-course.ts";

interface People {
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly roles: readonly string[];
  }[];
}

async function giveTask(ask: Ask, courseId: string, role: string, people: People): Promise<void> {
  const path = `/api/courses/${courseId}/assignments`;
  const person = people.people.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`unit: expected somebody in the role ${role}`);
  const { personId, name: personName } = person;
  const seen = (await ask(path)).headers.get("etag") ?? "";
  const task = { role, personId, personName, phone: "99 99 99 99" };
  await jsonOf(await ask(path, posted(task, { "if-match": seen })));
}

export async function staffCourse(url: string, unitId: string, courseId: string): Promise<void> {
  const coordinator = await signIn(url, `coordinator-${unitId}`);
  const people = await jsonOf<People>(await coordinator.ask(`/api/units/${unitId}/people`));
  for (const role of ["coordinator", "practitioner"])
    await giveTask(coordinator.ask, courseId, role, people);
  const { ask } = await signIn(url, `practitioner-${unitId}`);
  const plan = {
    kind: "treatment",
    goals: [{ words: "Jeg vil sove om natta og komme meg ut.", patientsOwn: true }],
    measures: [{ what: "Samtaler", who: "Behandler", when: "Hver uke" }],
    nextEvaluationOn: "2099-03-03",
    madeTogether: true,
    telephone: "99 99 99 99",
  };
  await jsonOf(await ask(`/api/courses/${courseId}/plans`, posted(plan)));
}
