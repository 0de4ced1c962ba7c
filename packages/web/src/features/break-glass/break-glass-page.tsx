// Knows the page on which a practitioner opens one patient in an unforeseen situation, and finds the courses there.
import "./break-glass.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { textsQuery } from "../../app/api/queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Field, SelectField } from "../../components/field.tsx";
import { Loading } from "../../components/loading.tsx";
import { onceSent } from "../../components/once-sent.ts";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { pathwayName } from "../work-list/names.ts";
import { GROUNDS, type Ground, openedQuery, useOpenGlass } from "./opened.ts";
import { breakGlassTexts } from "./texts.ts";

const REASON_LETTERS = 10;

function Refusal({ error }: { readonly error: Error }) {
  const t = useScreenTexts(breakGlassTexts);
  const code = error instanceof ApiError ? error.code : "";
  if (code === "log-in-again") {
    return (
      <div className="ds-alert" data-color="warning" role="alert">
        <p>{t.again}</p>
        <a className="ds-link" href="/login?returnTo=/break-glass">
          {t.logIn}
        </a>
      </div>
    );
  }
  const words = { "break-glass-locked": t.locked, "not-found": t.unknown }[code];
  if (words === undefined) return <Failure error={error} />;
  return (
    <div className="ds-alert" data-color="warning" role="alert">
      <p>{words}</p>
    </div>
  );
}

function OpenForm() {
  const t = useScreenTexts(breakGlassTexts);
  const hint = useId();
  const [patientId, setPatientId] = useState("");
  const [ground, setGround] = useState<Ground | "">("");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const open = useOpenGlass();
  const whole = patientId.trim() !== "" && ground !== "" && reason.trim().length >= REASON_LETTERS;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!whole);
    if (!whole || open.isPending) return;
    const opening = { patientId: patientId.trim(), ground, reason: reason.trim() };
    open.mutate(opening, {
      onSuccess: () => {
        setPatientId(onceSent(patientId));
        setGround("");
        setReason(onceSent(reason));
      },
    });
  };
  return (
    <form className="glass-form" onSubmit={submit} noValidate>
      <Field label={t.patient}>
        {(id) => (
          <input
            id={id}
            className="ds-input"
            autoComplete="off"
            value={patientId}
            onChange={({ target }) => setPatientId(target.value)}
          />
        )}
      </Field>
      <SelectField
        label={t.ground}
        value={ground}
        onChange={(value) => setGround(GROUNDS.find((one) => one === value) ?? "")}
      >
        <option value="">{t.choose}</option>
        {GROUNDS.map((one) => (
          <option key={one} value={one}>
            {t.grounds[one]}
          </option>
        ))}
      </SelectField>
      <Field label={t.reason}>
        {(id) => (
          <textarea
            id={id}
            className="ds-input"
            rows={3}
            aria-describedby={hint}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <p id={hint} className="subtle">
        {t.reasonHint}
      </p>
      {missing && !whole && (
        <div className="ds-alert" data-color="warning" role="alert">
          <p>{t.missing}</p>
        </div>
      )}
      {open.isError && <Refusal error={open.error} />}
      <button
        type="submit"
        className="ds-button"
        data-color="danger"
        aria-disabled={open.isPending}
      >
        {open.isPending ? t.opening : t.open}
      </button>
    </form>
  );
}

function OpenedCourses() {
  const t = useScreenTexts(breakGlassTexts);
  const { pick } = useTexts();
  const names = useQuery(textsQuery);
  const { data, isPending, isError, error, refetch } = useQuery(openedQuery);
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const [opened] = data.opened;
  if (opened === undefined) return null;
  const { patient, courses } = opened;
  return (
    <section aria-label={t.courses}>
      <h2 className="ds-heading" data-size="xs">
        {t.courses}: {patient.name ?? t.unnamed(patient.patientId)}
      </h2>
      {courses.length === 0 && <p>{t.none}</p>}
      <ul className="glass-courses">
        {courses.map(({ courseId, pathway, running, unitName, lastEventOn }) => (
          <li key={courseId}>
            <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
              {pick(pathwayName(names.data, pathway))}
            </Link>{" "}
            <span className="subtle">
              {running ? t.running : t.ended}
              {unitName !== null && <> · {unitName}</>}
              {lastEventOn !== null && (
                <>
                  {" "}
                  · <DateText on={lastEventOn} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function BreakGlassPage() {
  const t = useScreenTexts(breakGlassTexts);
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <p className="lead subtle">{t.follows}</p>
      <OpenedCourses />
      <OpenForm />
    </>
  );
}
