// Knows how it is shown what a registration would change, before it is saved.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type {
  Course,
  Registration,
  RegistrationAnswer,
  VerdictChange,
} from "../../app/api/contract.ts";
import { previewQuery } from "../../app/api/queries.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { Failure } from "../../components/failure.tsx";
import { useSettled } from "../../components/use-settled.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { NextUp } from "./course-header.tsx";
import { kindOfVerdict, overWords, stateOfVerdict, verdictLabel } from "./verdict-words.ts";

const REST_MS = 200;

type Brief = NonNullable<VerdictChange["after"]>;

/** What a side of a change says; `verdicts` are those of the course on that side. */
function useStateWords(): (brief: Brief, ruleId: string, verdicts: Course["verdicts"]) => string {
  const { t, date } = useTexts();
  return ({ verdict, dueOn }, ruleId, verdicts) => {
    if (verdict === "pending" && dueOn !== null) return t.preview.due(date(dueOn));
    const shown = verdicts.find(
      (one) => one.ruleId === ruleId && one.verdict === verdict && one.dueOn === dueOn,
    );
    if (shown === undefined) return verdictLabel(verdict, "recommendation", false, t).words;
    const { words } = stateOfVerdict(shown, t);
    const over = shown.open ? undefined : overWords(shown, t);
    return over === undefined ? words : `${words}, ${over}`;
  };
}

interface SidesProps {
  readonly course: Course;
  readonly after: Course;
}

function Change({ change, course, after }: SidesProps & { readonly change: VerdictChange }) {
  const { t, pick } = useTexts();
  const words = useStateWords();
  const { ruleId } = change;
  const rule = [...after.verdicts, ...course.verdicts].find((one) => one.ruleId === ruleId);
  return (
    <li>
      <strong>{rule === undefined ? ruleId : pick(rule.title)}</strong>{" "}
      {rule !== undefined && <DateKind kind={kindOfVerdict(rule)} />}{" "}
      <span className="change">
        {change.before === null ? t.preview.added : words(change.before, ruleId, course.verdicts)}{" "}
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">:</span>{" "}
        <strong>
          {change.after === null ? t.preview.gone : words(change.after, ruleId, after.verdicts)}
        </strong>
      </span>
    </li>
  );
}

function Changes({ changed, ...sides }: SidesProps & Pick<RegistrationAnswer, "changed">) {
  const { t } = useTexts();
  const { after } = sides;
  return (
    <>
      {changed.length === 0 ? (
        <p>{t.preview.nothing}</p>
      ) : (
        <>
          <p className="preview-title">{t.preview.title}</p>
          <ul>
            {changed.map((change, at) => (
              // Two verdicts of one rule may change alike: only their place tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole
              <Change key={at} change={change} {...sides} />
            ))}
          </ul>
        </>
      )}
      {after.position.running ? <NextUp course={after} /> : <p>{t.preview.ended}</p>}
    </>
  );
}

interface PreviewProps {
  readonly course: Course;
  /** Undefined while the form is not whole. */
  readonly records: readonly Registration[] | undefined;
  /** They are being saved or are saved: what was seen of them stays, and nothing is asked. */
  readonly isTaken: boolean;
}

/** Asks the service once the form has rested, and only of what stands in it. */
export function Preview({ course, records, isTaken }: PreviewProps) {
  const { t } = useTexts();
  const now = JSON.stringify(records);
  const text = useSettled(now, REST_MS);
  const settled = useMemo(
    () => (text === undefined ? undefined : (JSON.parse(text) as readonly Registration[])),
    [text],
  );
  const asks = settled !== undefined && text === now && !isTaken;
  const preview = useQuery({ ...previewQuery(course, settled), enabled: asks });
  if (records === undefined || settled === undefined) return null;
  return (
    <div className="preview" role="status" aria-busy={preview.isFetching}>
      {preview.isPending && <p className="subtle">{t.preview.checking}</p>}
      {preview.isError && <Failure error={preview.error} />}
      {preview.isSuccess && (
        <Changes changed={preview.data.changed} course={course} after={preview.data.course} />
      )}
    </div>
  );
}
