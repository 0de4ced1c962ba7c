// Knows that a legal deadline which was decided of a referral is not moved by a correction that somebody types.
import type pg from "pg";
import { AppError, type Problem } from "../../app-error.ts";
import type { NewRecord } from "../../registration/new-records.ts";
import { decidedDeadlines } from "../../store/decided-deadlines.ts";

/** What the record takes away or replaces. */
function targetOf(record: NewRecord): string | undefined {
  return record.voids ?? ("corrects" in record ? record.corrects : undefined);
}

function deadlineIn(record: NewRecord): string | undefined {
  return "legalDeadline" in record ? record.legalDeadline : undefined;
}

/** Throws AppError `record-refused` where a record would move one: that needs a reason, which a record cannot hold. */
export async function refuseDeadlineMoves(
  client: pg.ClientBase,
  courseId: string,
  records: readonly NewRecord[],
): Promise<void> {
  const targets = records.flatMap((record) => targetOf(record) ?? []);
  if (targets.length === 0) return;
  const decided = await decidedDeadlines(client, courseId, targets);
  const problems = records.flatMap((record, at): readonly Problem[] => {
    const deadline = decided.get(targetOf(record) ?? "");
    if (deadline === undefined || deadlineIn(record) === deadline) return [];
    const expected = "the legal deadline as it was decided; it is moved at the referral";
    return [{ path: `/records/${at}/legalDeadline`, expected, found: "another, or none" }];
  });
  if (problems.length === 0) return;
  throw new AppError("record-refused", "the legal deadline moves only with a reason", problems);
}
