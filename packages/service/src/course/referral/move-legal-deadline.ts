// Knows how a patient's legal deadline is moved: by a new fact with a coded reason; the first date stays visible, and the patient is told.
import type { CalendarDate } from "@rettvei/engine";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import { today } from "../../store/store.ts";
import { ASSESSED } from "./assess-by.ts";
import { correctionOf, courseNow, registerDerived, standingRecords } from "./derived-records.ts";
import { REFERRAL, type Referral } from "./referral.ts";
import { LEGAL_DEADLINE_MOVED, type MOVE_REASONS } from "./referral-facts.ts";
import { sendDeadlineMoved } from "./referral-messages.ts";
import { type ReferralSeen, referralNow, seenReferral } from "./seen-referral.ts";

export interface DeadlineMove {
  readonly to: CalendarDate;
  readonly reason: (typeof MOVE_REASONS)[number];
  readonly note: string | null;
}

function refuseNoMove({ to }: DeadlineMove, from: CalendarDate): void {
  if (to !== from) return;
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/to", expected: "another date than the one that holds", found: to },
  ]);
}

/** Moves the deadline that holds, in the referral and by a correction in its course. */
export async function moveLegalDeadline(
  telling: Telling,
  which: ReferralSeen,
  move: DeadlineMove,
): Promise<Referral> {
  const referral = await seenReferral(telling, which, "right-granted");
  const { patientId, courseId, unitId } = referral;
  const course = await courseNow(telling, patientId, courseId);
  const carrier = standingRecords(course).find(({ event, legalDeadline }) => {
    return event === ASSESSED && legalDeadline !== undefined;
  });
  const from = carrier?.legalDeadline;
  if (carrier === undefined || from === undefined) {
    throw new AppError(
      "not-now",
      "legal deadline: expected one that holds in the course, got none",
    );
  }
  refuseNoMove(move, from);
  const happenedOn = today(telling.store);
  const about = { matterId: which.referralId, patientId, courseId, unitId, happenedOn };
  const body = { from, ...move };
  const fact = await appendFact(telling, REFERRAL, LEGAL_DEADLINE_MOVED, { ...about, body });
  const correction = correctionOf(carrier, { legalDeadline: move.to });
  await registerDerived(telling, referral, [correction], fact);
  const moved = await referralNow(telling, which.referralId);
  const { to, reason } = move;
  const first = moved.legalDeadlines[0] ?? from;
  await sendDeadlineMoved(telling, moved, { from, to, reason, first });
  return moved;
}
