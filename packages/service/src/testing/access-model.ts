// Knows who may see what in the world, said a second time and in another way than the service says it: over plain data.
import type { Actor } from "../access/actor.ts";
import type { Tie, World, WorldCourse } from "./access-world.ts";
import { NOW, TODAY } from "./access-world.ts";

/** What is asked about. */
export type Asked =
  | { readonly of: "course"; readonly course: WorldCourse; readonly thing?: boolean }
  | { readonly of: "patient"; readonly patient: number }
  | { readonly of: "unit"; readonly unitId: string }
  | { readonly of: "nothing" }
  | { readonly of: "unknown" };

const [YEAR, ...DAY] = TODAY.split("-");

function age(born: string): number {
  const [year, ...day] = born.split("-");
  return Number(YEAR) - Number(year) - (DAY.join() < day.join() ? 1 : 0);
}

export class AccessModel {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  #ties(patient: number, type: string): readonly Tie[] {
    return this.#world.ties.filter((tie) => tie.patient === patient && tie.type === type);
  }

  #coursesOf(asked: Asked): readonly WorldCourse[] {
    if (asked.of === "course") return [asked.course];
    if (asked.of !== "patient") return [];
    return this.#world.courses.filter(({ patient }) => patient === asked.patient);
  }

  /** Access that was opened for an unforeseen situation and has not ended. */
  glass(actor: Actor, patient: number): Tie | undefined {
    return this.#ties(patient, "break-glass").find(
      ({ person, state, body }) =>
        person === actor.actorId && state !== "closed" && String(body?.until) > NOW,
    );
  }

  blocked(actor: Actor, patient: number, courseId: string | undefined): boolean {
    if (actor.patientId === `w${patient}`) return false;
    if (this.glass(actor, patient)?.body?.overridesBlock === true) return false;
    return this.#ties(patient, "block").some(
      (block) =>
        block.state === "open" &&
        (block.courseId === null || block.courseId === courseId) &&
        (block.person === actor.actorId ||
          (block.unitId !== null && actor.unitIds.includes(block.unitId)) ||
          (block.body?.organisation ?? "nobody") === actor.organisation),
    );
  }

  #represents(actor: Actor, patient: number, course: WorldCourse | undefined): boolean {
    const [tie] = this.#ties(patient, "representation");
    if (tie === undefined || tie.state !== "open" || tie.person !== actor.actorId) return false;
    if (this.#ties(patient, "confidential-address").length > 0) return false;
    const years = age(this.#world.patients[patient]?.born ?? "");
    const grown = age(String(tie.body?.representativeBornOn)) >= 18;
    if (tie.body?.actsAs === "consent") return years >= 16;
    if (tie.body?.actsAs === "power-of-attorney") return years >= 16 && grown;
    const said = this.#ties(patient, "guardian-view").find(
      (one) => one.courseId === course?.courseId,
    );
    if (tie.body?.atChildsAddress !== true || years >= 16) return false;
    return years < 12 ? said?.body?.view !== "withheld" : said?.body?.view === "released";
  }

  #shares(
    actor: Actor,
    patient: number,
    course: WorldCourse | undefined,
    resource: string | undefined,
  ): boolean {
    return this.#ties(patient, "sharing").some(
      ({ state, person, unitId, courseId, body }) =>
        state === "open" &&
        (resource === undefined || !Array.isArray(body?.what) || body.what.includes(resource)) &&
        (person === actor.actorId || (unitId !== null && actor.unitIds.includes(unitId))) &&
        (courseId === null || course === undefined || courseId === course.courseId),
    );
  }

  /** Whether a scope of the matrix holds. */
  #holds(scope: string, actor: Actor, asked: Asked, resource?: string): boolean {
    const courses = this.#coursesOf(asked);
    const patient =
      asked.of === "course"
        ? asked.course.patient
        : asked.of === "patient"
          ? asked.patient
          : undefined;
    const course = asked.of === "course" ? asked.course : undefined;
    if (patient === undefined) {
      if (asked.of === "unknown") return false;
      if (scope === "unit") return asked.of === "unit" && actor.unitIds.includes(asked.unitId);
      return scope === "any" || scope === "enterprise";
    }
    switch (scope) {
      case "own":
        return actor.patientId === `w${patient}`;
      case "care":
        return (
          this.glass(actor, patient) !== undefined ||
          this.#ties(patient, "assignment").some(
            ({ person, state, courseId }) =>
              person === actor.actorId &&
              state === "open" &&
              courses.some((one) => one.courseId === courseId && one.life === "running"),
          )
        );
      case "unit":
        return (
          courses.some(
            ({ unitId, life }) => actor.unitIds.includes(unitId) && life !== "ended-long-ago",
          ) ||
          ["referral", "transfer"].some((type) =>
            this.#ties(patient, type).some(
              ({ unitId, state, courseId }) =>
                state === "open" &&
                actor.unitIds.includes(unitId ?? "") &&
                (course === undefined || courseId === course.courseId),
            ),
          )
        );
      case "shared":
        return actor.role === "relative"
          ? this.#represents(actor, patient, course)
          : this.#shares(actor, patient, course, resource);
      case "emergency":
        return true;
      default:
        return false;
    }
  }

  /** Whether somebody is let in to something that asks for one of the scopes. */
  mayEnter(
    actor: Actor | undefined,
    scopes: readonly string[],
    asked: Asked,
    resource: string,
  ): boolean {
    if (actor === undefined) return false;
    const found = scopes.filter((scope) => this.#holds(scope, actor, asked, resource));
    if (found.length === 0) return false;
    const courses = this.#coursesOf(asked);
    const patient = courses[0]?.patient;
    if (patient === undefined || found.includes("emergency")) return true;
    return !this.blocked(actor, patient, asked.of === "course" ? asked.course.courseId : undefined);
  }

  /** Whether the database shows the course to somebody in a request about one patient, or about none. */
  sees(actor: Actor, course: WorldCourse, about: number | undefined): boolean {
    const scopes = { practitioner: ["care"], coordinator: ["care", "unit"], leader: ["unit"] };
    const other = {
      patient: ["own"],
      relative: ["shared"],
      referrer: ["shared"],
      municipality: ["shared"],
    };
    const held: Readonly<Record<string, readonly string[]>> = { ...scopes, ...other };
    const asked: Asked = { of: "course", course };
    const mine = (held[actor.role] ?? []).filter((scope) => this.#holds(scope, actor, asked));
    const atUnit = actor.unitIds.includes(course.unitId) && course.life !== "ended-long-ago";
    const listed = mine.includes("unit") && atUnit;
    const within =
      about === course.patient || (about === undefined && mine.some((scope) => scope !== "unit"));
    // The patient sees the own courses whatever a request is about.
    const own = mine.includes("own");
    if (!(listed || own || (within && mine.length > 0))) return false;
    return own || !this.blocked(actor, course.patient, course.courseId);
  }
}
