// Knows the routes of what the leader of a unit has an eye on: moved dates, and findings by kind.
import type { Finding, SEVERITIES_OF_FINDINGS } from "@rettvei/engine";
import { Type } from "typebox";
import { judgePatient } from "../../judging/judged-patient.ts";
import { unitIntegrity } from "../../oversight/unit-integrity.ts";
import { actorNames } from "../../store/actor-names.ts";
import { readPatientCourses } from "../../store/course-logs.ts";
import { type PatientLabel, readPatients } from "../../store/patients.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { coursesWithFindings } from "../../store/unit-oversight.ts";
import { addReading } from "../add-reading.ts";
import type { Asked, Guard, None } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { IntegritySchema, UnitFindingsSchema } from "../schemas/oversight.ts";

const OfUnitSchema = Type.Object({ unitId: IdSchema });
const MOST_COURSES = 1_000;

function labelIn(patients: ReadonlyMap<string, PatientLabel>, patientId: string): PatientLabel {
  return patients.get(patientId) ?? { patientId, name: null, birthYear: null };
}

function addIntegrityRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/integrity",
    summary: "Dates that were moved in a way that somebody should ask about",
    description:
      "A legal deadline moved three times or within two days of its end; a correction after which something is no longer over its time; a patient said to have postponed as often or as late; many courses closed in a day by one person. Nothing here proves anything.",
    tag: "oversight",
    params: OfUnitSchema,
    answer: IntegritySchema,
    about: ({ params }) => params,
    read: async ({ store, client, params: { unitId } }) => {
      const found = await unitIntegrity(store, client, unitId);
      const patientIds = [...new Set(found.flatMap(({ patientId }) => patientId ?? []))];
      const patients = await readPatients(client, patientIds);
      const names = await actorNames(
        client,
        found.flatMap(({ by }) => by ?? []),
      );
      const rows = found.map(({ patientId, by, ...row }) => ({
        ...row,
        patient: patientId === null ? null : labelIn(patients, patientId),
        by: by === null ? null : (names.get(by) ?? by),
      }));
      return { body: { asOf: today(store), rows }, patientIds };
    },
  });
}

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

interface Found {
  readonly courseId: string;
  readonly patientId: string;
  readonly rule: Finding["rule"];
}

/** Of each course once, also what it has several times. */
async function findingsOfUnit(
  { store, client }: Pick<Asked<None, None, None>, "store" | "client">,
  unitId: string,
) {
  const odd = await coursesWithFindings(client, unitId, MOST_COURSES);
  const own = new Set(odd.map(({ course_id }) => course_id));
  const patientIds = [...new Set(odd.map(({ patient_id }) => patient_id))];
  const byPatient = grouped(await readPatientCourses(client, patientIds), (log) => log.patientId);
  const asOf = today(store);
  const found: Found[] = [];
  for (const [patientId, logs] of byPatient) {
    for (const { log, judged } of judgePatient(logs, store.judging, asOf).courses) {
      if (!own.has(log.courseId)) continue;
      const rules = new Map((judged?.findings ?? []).map(({ rule }) => [rule.id, rule]));
      for (const rule of rules.values()) found.push({ courseId: log.courseId, patientId, rule });
    }
  }
  return { found, patientIds, courses: own.size };
}

const gravity = (severity: (typeof SEVERITIES_OF_FINDINGS)[number]): number =>
  ["error", "warning", "info"].indexOf(severity);

function addFindingsRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/findings",
    summary: "Findings in the running courses of a unit, by kind",
    tag: "oversight",
    params: OfUnitSchema,
    answer: UnitFindingsSchema,
    about: ({ params }) => params,
    before: (store) => refreshOutlived(store, today(store)),
    read: async (asked) => {
      const { store, client, params } = asked;
      const { found, patientIds, courses } = await findingsOfUnit(asked, params.unitId);
      const patients = await readPatients(client, patientIds);
      const findings = [...grouped(found, ({ rule }) => rule.id).values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const { id, severity, message, advice } = first.rule;
        const where = group.map(({ courseId, patientId }) => {
          return { courseId, patient: labelIn(patients, patientId) };
        });
        return [{ id, severity, message, advice, courses: where }];
      });
      findings.sort(
        (a, b) => gravity(a.severity) - gravity(b.severity) || b.courses.length - a.courses.length,
      );
      return { body: { asOf: today(store), courses, findings }, patientIds };
    },
  });
}

export function addOversightRoutes(guard: Guard): void {
  addIntegrityRoute(guard);
  addFindingsRoute(guard);
}
