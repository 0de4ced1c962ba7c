// Knows how it is shown what a registration would change, before it is saved.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type {
  Course,
  Registration,
  RegistrationAnswer,
  VerdictChange,
  VerdictView,
} from "../../app/api/contract.ts";
import { previewQuery } from "../../app/api/queries.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { Failure } from "../../components/failure.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { NextUp } from "./course-header.tsx";
import { useSettled } from "./use-settled.ts";
import { kindOfVerdict, verdictLabel } from "./verdict-words.ts";

const REST_MS = 200;

function useStateWords(): (state: VerdictChange["after"], rule: VerdictView | undefined) => string {
  const { t, date } = useTexts();
  return (state, rule) => {
    if (state === null) return t.preview.gone;
    if (state.verdict === "pending" && state.dueOn !== null)
      return t.preview.due(date(state.dueOn));
    return verdictLabel(state.verdict, rule?.standing ?? "recommendation", false, t).words;
  };
}

function Change({
  change,
  rule,
}: {
  readonly change: VerdictChange;
  /** Any verdict of the rule, for its title and standing. */
  readonly rule: VerdictView | undefined;
}) {
  const { t, pick } = useTexts();
  const words = useStateWords();
  const before = change.before === null ? t.preview.added : words(change.before, rule);
  return (
    <li>
      <strong>{rule === undefined ? change.ruleId : pick(rule.title)}</strong>{" "}
      {rule !== undefined && <DateKind kind={kindOfVerdict(rule)} />}{" "}
      <span className="change">
        {before} <span aria-hidden="true">→</span>
        <span className="visually-hidden">:</span> <strong>{words(change.after, rule)}</strong>
      </span>
    </li>
  );
}

function Changes({
  answer,
  course,
}: {
  readonly answer: RegistrationAnswer;
  readonly course: Course;
}) {
  const { t } = useTexts();
  const verdicts = [...answer.course.verdicts, ...course.verdicts];
  return (
    <>
      {answer.changed.length === 0 ? (
        <p>{t.preview.nothing}</p>
      ) : (
        <>
          <p className="preview-title">{t.preview.title}</p>
          <ul>
            {answer.changed.map((change, at) => (
              <Change
                // Two verdicts of one rule may change alike: only their place tells them apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole
                key={at}
                change={change}
                rule={verdicts.find(({ ruleId }) => ruleId === change.ruleId)}
              />
            ))}
          </ul>
        </>
      )}
      {answer.course.position.running ? (
        <NextUp course={answer.course} />
      ) : (
        <p>{t.preview.ended}</p>
      )}
    </>
  );
}

/** Asks the service once the form has rested. `records` is undefined while the form is not whole. */
export function Preview({
  course,
  records,
}: {
  readonly course: Course;
  readonly records: readonly Registration[] | undefined;
}) {
  const { t } = useTexts();
  const text = useSettled(JSON.stringify(records), REST_MS);
  const settled = useMemo(
    () => (text === undefined ? undefined : (JSON.parse(text) as readonly Registration[])),
    [text],
  );
  const preview = useQuery(previewQuery(course, settled));
  if (records === undefined || settled === undefined) return null;
  return (
    <div className="preview" role="status" aria-busy={preview.isFetching}>
      {preview.isPending && <p className="subtle">{t.preview.checking}</p>}
      {preview.isError && <Failure error={preview.error} />}
      {preview.isSuccess && <Changes answer={preview.data} course={course} />}
    </div>
  );
}
