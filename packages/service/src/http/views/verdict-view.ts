// Knows how a verdict is shown with its trace: the rule, the case of the limit, the records, the source.
import type { Bundle } from "@rettvei/definitions";
import type { EventRecord, LimitCase, Text, Verdict } from "@rettvei/engine";
import type { VerdictView } from "../schemas/course.ts";
import { sourceView } from "./source-view.ts";

type TracedRecord = VerdictView["from"];

function traced(record: EventRecord, nameOf: (event: string) => Text): TracedRecord {
  const { recordId, event, occurredOn } = record;
  return { recordId, event, name: nameOf(event), on: occurredOn };
}

function limitCaseView(limit: LimitCase | undefined): VerdictView["limitCase"] {
  if (limit === undefined) return null;
  return { careLevel: limit.careLevel ?? null, severity: limit.severity ?? null };
}

export function verdictView(
  verdict: Verdict,
  bundle: Pick<Bundle, "sources">,
  nameOf: (event: string) => Text,
): VerdictView {
  const { rule, limit, to, end } = verdict;
  return {
    ruleId: rule.id,
    title: rule.title,
    note: rule.note ?? null,
    standing: rule.standing,
    verdict: verdict.verdict,
    reason: verdict.reason ?? null,
    open: verdict.open,
    from: traced(verdict.from, nameOf),
    to: to === undefined ? null : traced(to, nameOf),
    end: end === undefined ? null : traced(end, nameOf),
    limitDays: verdict.limitDays ?? null,
    atLeastDays: limit?.atLeast ?? null,
    count: rule.kind === "interval" ? rule.count : "calendar-days",
    dueOn: verdict.dueOn ?? null,
    days: verdict.days ?? null,
    overBy: verdict.overBy ?? null,
    careLevel: verdict.careLevel ?? null,
    unitId: verdict.unitId ?? null,
    postponed: verdict.postponed,
    limitCase: limitCaseView(limit),
    source: sourceView(bundle, rule.source),
    limitSource: limit === undefined ? null : sourceView(bundle, limit.source),
    edition: verdict.edition,
    asOf: verdict.asOf,
  };
}
