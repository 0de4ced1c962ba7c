// Knows how a municipality answers to a follow-up plan: that it has it, and what it adds.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, changing, writing } from "../../app/api/client.ts";
import { sessionQuery } from "../../app/api/queries.ts";
import { useWriting } from "../../app/api/use-writing.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { LineField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { type FollowUpPlan, followUpQuery } from "./municipal-queries.ts";
import { municipalityTexts } from "./texts.ts";

interface FormProps {
  readonly plan: FollowUpPlan;
  readonly courseId: string;
}

const changesOf = (courseId: string) => [followUpQuery(courseId).queryKey, ["shared-courses"]];

export function Receipt({ plan, courseId }: FormProps) {
  const t = useScreenTexts(municipalityTexts);
  const { data: session } = useQuery(sessionQuery);
  const [receivedBy, setReceivedBy] = useState(session?.name ?? "");
  const { followUpId, version, received } = plan;
  const { mutate, isPending, error } = useWriting({
    write: (by: string, key) => {
      const params = { path: { followUpId }, header: changing(key, version) };
      const body = { receivedBy: by };
      return answered(api.POST("/api/follow-up-plans/{followUpId}/received", { params, body }));
    },
    changes: changesOf(courseId),
  });
  if (received !== null) {
    return (
      <p role="status">
        <ToneTag tone="good">{t.confirmed(received.by)}</ToneTag> <DateText on={received.on} />
      </p>
    );
  }
  return (
    <section className="panel" aria-labelledby="confirm-title">
      <h2 id="confirm-title" className="ds-heading" data-size="xs">
        {t.confirmTitle}
      </h2>
      <p>{t.confirmHint}</p>
      <LineField label={t.receivedBy} value={receivedBy} onChange={setReceivedBy} />
      <div className="form-ways">
        <button
          type="button"
          className="ds-button"
          data-color="accent"
          disabled={receivedBy.trim() === "" || isPending}
          onClick={() => mutate(receivedBy.trim())}
        >
          {isPending ? t.saving : t.confirm}
        </button>
      </div>
      {error !== null && <Failure error={error} />}
    </section>
  );
}

const NO_MEASURE = { what: "", who: "", when: "" };

export function NewMeasure({ plan, courseId }: FormProps) {
  const t = useScreenTexts(municipalityTexts);
  const [measure, setMeasure] = useState(NO_MEASURE);
  const { followUpId } = plan;
  const { mutate, isPending, isSuccess, error } = useWriting({
    write: (body: typeof NO_MEASURE, key) => {
      const params = { path: { followUpId }, header: writing(key) };
      return answered(api.POST("/api/follow-up-plans/{followUpId}/measures", { params, body }));
    },
    changes: changesOf(courseId),
    onDone: () => setMeasure(NO_MEASURE),
  });
  const isWhole = Object.values(measure).every((words) => words.trim() !== "");
  return (
    <section className="panel" aria-labelledby="measure-title">
      <h2 id="measure-title" className="ds-heading" data-size="xs">
        {t.addTitle}
      </h2>
      <div className="form-row">
        {(["what", "who", "when"] as const).map((key) => (
          <LineField
            key={key}
            label={t[key]}
            value={measure[key]}
            onChange={(words) => setMeasure({ ...measure, [key]: words })}
          />
        ))}
      </div>
      <div className="form-ways">
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          disabled={!isWhole || isPending}
          onClick={() => mutate(measure)}
        >
          {isPending ? t.saving : t.add}
        </button>
        <span role="status">{isSuccess && !isWhole && t.added}</span>
      </div>
      {error !== null && <Failure error={error} />}
    </section>
  );
}
