// Knows who answers for a message to somebody outside: the standards want a name and a telephone number.
import type pg from "pg";
import type { Static } from "typebox";
import { AppError } from "../../app-error.ts";
import type { Telling } from "../../facts/append-fact.ts";
import type { AuthorSchema } from "../../outbox/message-content.ts";
import { assignmentId } from "../assignment/assignment.ts";

// Of the writer's own task in the course first, else of the coordinator's.
const PHONE = `
  SELECT f.body ->> 'phone' AS phone
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'assigned'
  WHERE m.course_id = $1 AND m.type = 'assignment' AND m.open AND f.body ->> 'phone' IS NOT NULL
    AND (m.person_id = $2 OR m.matter_id = $3)
  ORDER BY m.person_id = $2 DESC, f.seq DESC LIMIT 1`;

async function phoneIn(
  client: pg.ClientBase,
  courseId: string,
  actorId: string,
): Promise<string | undefined> {
  const values = [courseId, actorId, assignmentId(courseId, "coordinator")];
  const query = { name: "phone-of-author", text: PHONE, values };
  const { rows } = await client.query<{ phone: string }>(query);
  return rows[0]?.phone;
}

/** The author of a message on the course. AppError `bad-input` if nobody knows a telephone number to give. */
export async function authorOf(
  { client, actor }: Telling,
  courseId: string,
  telephone: string | undefined,
): Promise<Static<typeof AuthorSchema>> {
  const known = telephone ?? (await phoneIn(client, courseId, actor.actorId));
  if (known === undefined) {
    throw new AppError("bad-input", "those outside are told, and need a number to call", [
      {
        path: "/telephone",
        expected: "a telephone number, as none is known for who writes",
        found: "nothing",
      },
    ]);
  }
  const names = actor.name.split(" ").filter((name) => name !== "");
  const familyName = names.at(-1) ?? actor.actorId;
  const givenName = names.slice(0, -1).join(" ") || familyName;
  const author = { givenName, familyName, telephone: known };
  return actor.hpr === null ? author : { ...author, hpr: actor.hpr };
}
