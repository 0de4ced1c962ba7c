// Knows what a registration changed: each verdict that came, went or came out otherwise.
import type { CalendarDate, Verdict, VerdictWord } from "@rettvei/engine";

export interface VerdictOutcome {
  readonly verdict: VerdictWord;
  readonly dueOn: CalendarDate | null;
}

export interface ChangedVerdict {
  readonly ruleId: string;
  readonly before: VerdictOutcome | null;
  readonly after: VerdictOutcome | null;
}

function outcomeOf(verdict: Verdict | undefined): VerdictOutcome | null {
  return verdict === undefined ? null : { verdict: verdict.verdict, dueOn: verdict.dueOn ?? null };
}

interface Pair {
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

function isPair(a: Verdict, b: Verdict, byRecord: boolean): boolean {
  return a.rule.id === b.rule.id && (!byRecord || a.from.recordId === b.from.recordId);
}

/** Takes from `after` the partners of `before`: of the same rule and record, else of the same rule. */
function pairs(before: readonly Verdict[], after: readonly Verdict[]): readonly Pair[] {
  const left = [...after];
  const partners = new Map<Verdict, Verdict>();
  for (const byRecord of [true, false]) {
    for (const old of before.filter((verdict) => !partners.has(verdict))) {
      const at = left.findIndex((candidate) => isPair(old, candidate, byRecord));
      const [partner] = at < 0 ? [] : left.splice(at, 1);
      if (partner !== undefined) partners.set(old, partner);
    }
  }
  const olds = before.map((old) => ({ before: old, after: partners.get(old) }));
  return [...olds, ...left.map((verdict) => ({ before: undefined, after: verdict }))];
}

function isChanged({ before, after }: Pair): boolean {
  return (
    before?.verdict !== after?.verdict ||
    before?.dueOn !== after?.dueOn ||
    before?.open !== after?.open ||
    before?.reason !== after?.reason
  );
}

/** Verdicts that differ, old ones in their order, then new ones in theirs. */
export function changedVerdicts(
  before: readonly Verdict[],
  after: readonly Verdict[],
): readonly ChangedVerdict[] {
  return pairs(before, after)
    .filter(isChanged)
    .map((pair) => ({
      ruleId: (pair.before ?? pair.after)?.rule.id ?? "",
      before: outcomeOf(pair.before),
      after: outcomeOf(pair.after),
    }));
}
