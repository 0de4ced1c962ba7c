// Knows how a referral is shown: to who works with it, without its words to a leader, and what came of it to who sent it.
import type pg from "pg";
import type { Static } from "typebox";
import type { Referral } from "../../course/referral/referral.ts";
import { referralChecklist } from "../../course/referral/referral-checklist.ts";
import { RIGHT_GRANTED, RIGHT_REFUSED } from "../../course/referral/referral-facts.ts";
import { isOfKind } from "../../facts/fact.ts";
import type { Judging } from "../../judging/judging.ts";
import { readPatient } from "../../store/patients.ts";
import { readUnit } from "../../store/units.ts";
import type { ReferralSchema, ReferralStatusSchema } from "../schemas/referral.ts";

type View = Static<typeof ReferralSchema>;
type StatusView = Static<typeof ReferralStatusSchema>;

function decisionView({ decision }: Referral): View["decision"] {
  if (decision === undefined) return null;
  const { happenedOn: on, recordedBy: decidedBy } = decision;
  const none = { reasons: null, furtherMeasures: null, howToComplain: null };
  if (isOfKind(decision, RIGHT_GRANTED)) {
    const { pathway, grantedFor, careFrom, text } = decision.body;
    return { on, decidedBy, pathway, grantedFor, careFrom, text, ...none };
  }
  if (!isOfKind(decision, RIGHT_REFUSED)) throw new Error("bug: a decision of another kind");
  const { reasons, furtherMeasures, howToComplain } = decision.body;
  const nothing = { pathway: null, grantedFor: null, careFrom: null, text: null };
  return { on, decidedBy, ...nothing, reasons, furtherMeasures, howToComplain };
}

function deadlineView({ legalDeadlines, moves }: Referral): View["legalDeadline"] {
  const [original] = legalDeadlines;
  const now = legalDeadlines.at(-1);
  if (original === undefined || now === undefined) return null;
  return {
    now,
    original,
    moves: moves.map(({ happenedOn: on, recordedBy: movedBy, body }) => {
      const { from, to, reason, note } = body;
      return { on, from, to, reason, note, movedBy };
    }),
  };
}

function itemsOf({ bundle }: Judging, { content }: Referral) {
  const { pathway, assessBy } = content;
  const edition = bundle.editions.find(
    (one) => one.pathway === pathway && one.edition === assessBy.edition,
  );
  return edition === undefined ? [] : referralChecklist(edition);
}

/** Points by id with their texts. */
function named(judging: Judging, referral: Referral): View["missing"] {
  const items = itemsOf(judging, referral);
  return referral.content.missing.map((item) => {
    const text = items.find(({ id }) => id === item)?.text ?? { nb: item, nn: item, en: item };
    return { item, text };
  });
}

export async function referralView(
  judging: Judging,
  client: pg.ClientBase,
  referral: Referral,
): Promise<View> {
  const { content, cancelled } = referral;
  const { receivedOn, ...assessBy } = content.assessBy;
  const { pathway, urgency, referrer, gp, tellGp, incompleteBecause } = content;
  const { patientWords, attachment, onward } = content;
  const reason = (cancelled?.body as { reason?: string } | undefined)?.reason ?? "";
  return {
    referralId: referral.referralId,
    courseId: referral.courseId,
    patient: await readPatient(client, referral.patientId),
    unitId: referral.unitId,
    state: referral.state,
    ...{ pathway, urgency, receivedOn, assessBy, referrer, gp, tellGp },
    points: [...content.points],
    missing: named(judging, referral),
    ...{ incompleteBecause, patientWords, attachment, onward },
    sentOnFrom: [...referral.sentOnFrom],
    changes: referral.changes.map((change) => ({ ...change })),
    cancelled: cancelled === undefined ? null : { on: cancelled.happenedOn, reason },
    decision: decisionView(referral),
    legalDeadline: deadlineView(referral),
  };
}

/** The same without anybody's own words: a leader sees how it goes, not what was confided. */
export function withoutWords(view: View): View {
  return {
    ...view,
    points: view.points.map(({ item, answer }) => ({ item, answer })),
    incompleteBecause: null,
    patientWords: null,
    attachment: null,
    changes: view.changes.map(({ on }) => ({ on, note: "" })),
    cancelled: view.cancelled && { ...view.cancelled, reason: "" },
    decision: view.decision && {
      ...view.decision,
      text: null,
      reasons: null,
      furtherMeasures: null,
    },
    legalDeadline: view.legalDeadline && {
      ...view.legalDeadline,
      moves: view.legalDeadline.moves.map((move) => ({ ...move, note: null })),
    },
  };
}

export async function statusView(client: pg.ClientBase, referral: Referral): Promise<StatusView> {
  const { referralId, courseId, unitId, state, receivedOn, content, legalDeadlines } = referral;
  return {
    ...{ referralId, courseId, unitId, state, receivedOn },
    patientName: (await readPatient(client, referral.patientId)).name,
    unitName: (await readUnit(client, unitId)).name,
    pathway: content.pathway,
    assessBy: content.assessBy.dueOn,
    decision: decisionView(referral),
    legalDeadline: legalDeadlines.at(-1) ?? null,
  };
}
