// Knows the detoxes of a course: planned and held against the recommended time before anything happens, and followed.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { DateField } from "../../components/field.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { DetoxForm } from "./detox-form.tsx";
import { cancelDetox, type Detox, detoxesQuery, endDetox, followDetox } from "./detox-queries.ts";
import { detoxTexts } from "./texts.ts";

const changedIn = (courseId: string) => [["course", courseId], ["tasks"]];

function Gap({ gap }: Pick<Detox, "gap">) {
  const { gap: t } = useScreenTexts(detoxTexts);
  const { date } = useTexts();
  const { days, within, dueOn } = gap;
  return (
    <p className="form-ways">
      {days === null ? t.none : t.days(days)}
      {within === true && <ToneTag tone="good">{t.within}</ToneTag>}
      {within === false && <ToneTag tone="over">{t.over}</ToneTag>}
      {days !== null && within === null && <span className="subtle">{t.noLimit}</span>}
      {dueOn !== null && <span className="subtle">{t.by(date(dueOn))}</span>}
    </p>
  );
}

function DayForm({
  detox,
  planned,
  button,
  tell,
}: {
  readonly detox: Detox;
  readonly planned: string | null;
  readonly button: string;
  readonly tell: typeof endDetox;
}) {
  const t = useScreenTexts(detoxTexts);
  const [on, setOn] = useState(planned ?? "");
  const write = useWrite(
    ({ day, version }: { day: string; version: number }, key) =>
      tell({ ...detox, version }, day, key),
    changedIn(detox.courseId),
  );
  return (
    <form
      className="form-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== "") write.send({ day: on, version: detox.version });
      }}
    >
      <DateField label={t.on} value={on} onChange={setOn} />
      <WriteButton write={write}>{button}</WriteButton>
    </form>
  );
}

function Dates({ detox }: { readonly detox: Detox }) {
  const t = useScreenTexts(detoxTexts);
  const { date } = useTexts();
  const { endOn, nextStartOn, nextWhere, endedOn, followedOn, cancelledBecause } = detox;
  return (
    <dl className="pairs">
      <dt>{endedOn === null ? t.endOn : t.endedOn}</dt>
      <dd>{date(endedOn ?? endOn)}</dd>
      <dt>{t.followedOn}</dt>
      <dd>
        {followedOn !== null ? date(followedOn) : nextStartOn === null ? "–" : date(nextStartOn)}
        {nextWhere !== null && `, ${nextWhere}`}
      </dd>
      {cancelledBecause !== null && (
        <>
          <dt>{t.why}</dt>
          <dd>{cancelledBecause}</dd>
        </>
      )}
    </dl>
  );
}

function OpenDetox({ detox }: { readonly detox: Detox }) {
  const t = useScreenTexts(detoxTexts);
  const cancel = useWrite(
    (reason: string, key) => cancelDetox(detox, reason, key),
    changedIn(detox.courseId),
  );
  return (
    <>
      <Gap gap={detox.gap} />
      {detox.state === "planned" && (
        <DayForm key="end" detox={detox} planned={detox.endOn} button={t.ended} tell={endDetox} />
      )}
      {detox.state === "ended" && (
        <>
          <p className="subtle">{t.proposed}</p>
          <DayForm
            key="follow"
            detox={detox}
            planned={detox.nextStartOn}
            button={t.followed}
            tell={followDetox}
          />
        </>
      )}
      <details className="fold">
        <summary>{t.replan}</summary>
        <DetoxForm key={detox.version} courseId={detox.courseId} detox={detox} />
      </details>
      <ReasonForm title={t.cancel} label={t.why} button={t.cancel} write={cancel} />
    </>
  );
}

function Detoxes({ courseId, detoxes }: { courseId: string; detoxes: readonly Detox[] }) {
  const t = useScreenTexts(detoxTexts);
  const isOpen = ({ state }: Detox) => state === "planned" || state === "ended";
  return (
    <div className="sheet">
      {!detoxes.some(isOpen) && (
        <section className="form-block" aria-label={t.plan}>
          <h2 className="ds-heading" data-size="xs">
            {t.plan}
          </h2>
          {detoxes.length === 0 && <p className="subtle">{t.none}</p>}
          <DetoxForm courseId={courseId} detox={undefined} />
        </section>
      )}
      {detoxes.toReversed().map((detox) => (
        <section key={detox.detoxId} className="form-block" aria-label={t.tab}>
          <h2 className="ds-heading" data-size="xs">
            {t.states[detox.state]}
          </h2>
          <Dates detox={detox} />
          {detox.state === "followed" && <p className="subtle">{t.proposed}</p>}
          {isOpen(detox) && <OpenDetox detox={detox} />}
        </section>
      ))}
    </div>
  );
}

export function DetoxPage({ courseId }: { readonly courseId: string }) {
  return (
    <Answered question={useQuery(detoxesQuery(courseId))}>
      {({ detoxes }) => <Detoxes courseId={courseId} detoxes={detoxes} />}
    </Answered>
  );
}
