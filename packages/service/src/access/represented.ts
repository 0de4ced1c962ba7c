// Knows which representation somebody has of a patient at this moment, and whether it reaches what is asked for.
import { type CalendarDate, isCalendarDate } from "@rettvei/engine";
import type pg from "pg";
import { today } from "../store/store.ts";
import { type Born, birthDateIn } from "./age.ts";
import type { Asking, Ground } from "./grounds.ts";
import { seenForAnother, type WayToAct } from "./representation.ts";

interface Row {
  readonly matter_id: string;
  readonly course_id: string | null;
  readonly acts_as: WayToAct;
  readonly representative_born: CalendarDate | null;
  readonly at_address: boolean;
  readonly confidential: boolean;
  readonly birth_date: CalendarDate | null;
  readonly birth_year: number | null;
  readonly person_number: string | null;
}

const REPRESENTATIONS = `
  SELECT m.matter_id, m.course_id, f.body ->> 'actsAs' AS acts_as, f.body ->> 'representativeBornOn' AS representative_born,
         p.birth_date::text, p.birth_year, p.person_number,
         EXISTS (SELECT FROM rettvei.matter c WHERE c.patient_id = $2 AND c.type = 'confidential-address' AND c.open) AS confidential,
         EXISTS (SELECT FROM rettvei.matter g JOIN rettvei.fact h ON h.matter_id = g.matter_id AND h.kind = 'representation-set'
                 WHERE g.patient_id = $2 AND g.type = 'representation' AND g.open AND (g.due_on IS NULL OR g.due_on >= $3)
                   AND h.body ->> 'actsAs' = 'guardian' AND h.body ->> 'atChildsAddress' = 'true') AS at_address
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'representation-set'
  JOIN rettvei.patient p ON p.patient_id = m.patient_id
  WHERE m.person_id = $1 AND m.patient_id = $2 AND m.type = 'representation' AND m.open
    AND (m.due_on IS NULL OR m.due_on >= $3) AND f.happened_on <= $3`;

function bornOf({ birth_date, birth_year, person_number }: Row): Born {
  const known = birth_date ?? (person_number === null ? undefined : birthDateIn(person_number));
  if (known !== undefined) return { first: known, last: known };
  const [first, last] = [`${birth_year}-01-01`, `${birth_year}-12-31`];
  return isCalendarDate(first) && isCalendarDate(last)
    ? { first, last }
    : { first: undefined, last: undefined };
}

/** What was said of single items: that guardians are not to see them, or that they may. */
async function saidOfItems(
  client: pg.ClientBase,
  items: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const ids = items.flatMap((item) => (item === null ? [] : [`guardians ${item}`]));
  const { rows } = await client.query<{ state: string }>({
    name: "said-of-items",
    text: "SELECT state FROM rettvei.matter WHERE matter_id = ANY ($1::text[]) AND type = 'guardian-view'",
    values: [ids],
  });
  return new Set(rows.map(({ state }) => state));
}

/** The ground of somebody who acts for the patient of the target; undefined if there is none. */
export async function representedGround({
  store,
  client,
  actor,
  target,
}: Asking): Promise<Ground | undefined> {
  const { patientId, courseId, matterId } = target;
  if (patientId === null) return undefined;
  const day = today(store);
  const values = [actor.actorId, patientId, day];
  const query = { name: "representations", text: REPRESENTATIONS, values };
  const { rows } = await client.query<Row>(query);
  const said =
    rows.length === 0 ? new Set<string>() : await saidOfItems(client, [courseId, matterId]);
  for (const row of rows) {
    if (row.course_id !== null && row.course_id !== courseId) continue;
    const seen = seenForAnother(
      {
        actsAs: row.acts_as,
        born: bornOf(row),
        representativeBorn: row.representative_born ?? undefined,
        atAddress: row.at_address,
        confidential: row.confidential,
      },
      day,
    );
    const guardian = row.acts_as === "guardian";
    const open = seen === "all" ? !(guardian && said.has("withheld")) : said.has("released");
    if (seen !== "nothing" && open) return { basis: row.acts_as, decisionRef: row.matter_id };
  }
  return undefined;
}
