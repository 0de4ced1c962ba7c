// Knows how a reader looks back: to the course as it was known on a day, and to today again.
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { DateText } from "../../components/date-text.tsx";
import { FIRST_DAY } from "../../components/whole-day.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { courseTexts } from "./texts.ts";

interface BackProps {
  readonly courseId: string;
  readonly today: string;
  readonly knownOn: string | undefined;
}

function DayChoice({ courseId, today, knownOn }: BackProps) {
  const t = useScreenTexts(courseTexts);
  const navigate = useNavigate();
  const id = useId();
  return (
    <form
      className="looking-back-choice"
      onSubmit={(submission) => {
        submission.preventDefault();
        const day = new FormData(submission.currentTarget).get("day");
        if (typeof day !== "string" || day === "") return;
        const search = { "known-on": day };
        void navigate({ to: "/courses/$courseId", params: { courseId }, search });
      }}
    >
      <label htmlFor={id}>{t.asKnownOn}</label>
      <input
        key={knownOn}
        id={id}
        name="day"
        type="date"
        className="ds-input"
        data-width="auto"
        required
        min={FIRST_DAY}
        max={today}
        defaultValue={knownOn}
      />
      <button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
        {t.show}
      </button>
    </form>
  );
}

/** Where nothing is looked back to, one folded line; else what is seen, and the way back. */
export function LookingBack({ courseId, today, knownOn }: BackProps) {
  const t = useScreenTexts(courseTexts);
  const navigate = useNavigate();
  if (knownOn === undefined)
    return (
      <details className="looking-back">
        <summary>{t.lookBack}</summary>
        <DayChoice courseId={courseId} today={today} knownOn={knownOn} />
      </details>
    );
  return (
    <div className="looking-back-notice">
      <p role="status">
        <strong>
          {t.asKnown} <DateText on={knownOn} />.
        </strong>{" "}
        {t.asKnownHint}
      </p>
      <DayChoice courseId={courseId} today={today} knownOn={knownOn} />
      <button
        type="button"
        className="ds-button"
        data-size="sm"
        onClick={() =>
          void navigate({ to: "/courses/$courseId", params: { courseId }, search: {} })
        }
      >
        {t.toToday}
      </button>
    </div>
  );
}
