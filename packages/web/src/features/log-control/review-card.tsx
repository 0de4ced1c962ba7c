// Knows how one access that is to be looked into is shown, and how it is asked about and decided.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { DateText } from "../../components/date-text.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { StackedTable } from "../../components/stacked-table.tsx";
import { ChoiceField, WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { LOG_CONTROL_KEY, reviewQuery } from "./log-control-queries.ts";
import { SignTags } from "./sign-tags.tsx";
import { logControlTexts } from "./texts.ts";

type Review = Schemas["AccessReview"];

const OUTCOMES = ["justified", "not-justified", "followed-up"] as const;
type Outcome = (typeof OUTCOMES)[number];

function Decide({ review }: { readonly review: Review }) {
  const t = useScreenTexts(logControlTexts);
  const [outcome, setOutcome] = useState<Outcome>();
  const [words, setWords] = useState("");
  const { reviewId, version } = review;
  const path = { reviewId };
  const write = useWrite(
    (body: { outcome: Outcome; words: string }, key) =>
      answered(
        api.POST("/api/log-control/reviews/{reviewId}/decided", {
          params: { path, header: changing(key, version) },
          body,
        }),
      ),
    [LOG_CONTROL_KEY],
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome !== undefined) write.send({ outcome, words: words.trim() });
      }}
    >
      <ChoiceField
        legend={t.outcome}
        choices={OUTCOMES.map((one) => [one, t.states[one]] as const)}
        value={outcome}
        onChange={setOutcome}
      />
      <WordsField label={t.words} rows={2} required value={words} onChange={setWords} />
      <WriteButton write={write}>{t.save}</WriteButton>
    </form>
  );
}

function Ask({ review }: { readonly review: Review }) {
  const t = useScreenTexts(logControlTexts);
  const { reviewId, version } = review;
  const path = { reviewId };
  const write = useWrite(
    (words: string, key) =>
      answered(
        api.POST("/api/log-control/reviews/{reviewId}/asked", {
          params: { path, header: changing(key, version) },
          body: { words },
        }),
      ),
    [LOG_CONTROL_KEY],
  );
  return <ReasonForm title={t.ask} label={t.question} button={t.sendQuestion} write={write} />;
}

function Said({
  title,
  said,
}: {
  readonly title: string;
  readonly said: { readonly words: string; readonly on: string; readonly by: string } | null;
}): ReactNode {
  if (said === null) return null;
  return (
    <div>
      <p className="subtle">
        {title} · {said.by} · <DateText on={said.on} />
      </p>
      <p className="said">{said.words}</p>
    </div>
  );
}

function Whole({ review }: { readonly review: Review }) {
  const t = useScreenTexts(logControlTexts);
  const { language } = useTexts();
  const at = new Intl.DateTimeFormat(language, {
    timeStyle: "medium",
    timeZone: "Europe/Oslo",
  });
  const open = ["waiting", "asked", "explained"].includes(review.state);
  return (
    <Answered question={useQuery(reviewQuery(review.reviewId))}>
      {({ accesses, asked, explained, decided }) => (
        <div className="review-whole">
          <StackedTable
            title={t.accesses}
            columns={[t.time, t.what, t.basis, t.result]}
            rows={accesses.map((access) => ({
              key: String(access.entry),
              cells: [
                <time key="at" dateTime={access.at}>
                  {at.format(new Date(access.at))}
                </time>,
                access.what,
                access.unforeseen ? t.unforeseen : access.basis,
                t.outcomes[access.outcome],
              ],
            }))}
          />
          <Said title={t.asked} said={asked} />
          <Said title={t.explained} said={explained} />
          <Said title={t.decision} said={decided} />
          {open && review.mine && <p>{t.mine}</p>}
          {open && !review.mine && (
            <>
              {review.state === "waiting" && <Ask review={review} />}
              <Decide review={review} />
            </>
          )}
        </div>
      )}
    </Answered>
  );
}

export function ReviewCard({ review }: { readonly review: Review }) {
  const t = useScreenTexts(logControlTexts);
  const { t: all } = useTexts();
  const [shown, setShown] = useState(false);
  const { lookedByName, patient, on, looks, signs, dueOn, state, unitName, role } = review;
  const roles: Readonly<Record<string, string>> = all.session.roles;
  return (
    <li className="review-card">
      <h2 className="ds-heading" data-size="2xs">
        {t.looked(lookedByName, patient.name ?? t.unnamed(patient.patientId))}
      </h2>
      <p className="subtle">
        {roles[role] ?? role}
        {unitName !== null && <> · {unitName}</>} · <DateText on={on} /> · {t.looks(looks)} ·{" "}
        {t.states[state]} · {t.due} <DateText on={dueOn} />
      </p>
      <SignTags signs={signs} />
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t.accesses}
      </button>
      {shown && <Whole review={review} />}
    </li>
  );
}
