// Knows a child's guardians at a course: the unit registers who they are, the therapist decides what they see.
import { useQuery } from "@tanstack/react-query";
import type { Course } from "../../app/api/contract.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { GuardianForm } from "./guardian-form.tsx";
import {
  endGuardian,
  guardianViewQuery,
  representationsQuery,
  tellGuardians,
} from "./guardian-queries.ts";
import { guardianTexts } from "./texts.ts";

const OF_AGE = 18;

interface Guardian {
  readonly representationId: string;
  readonly personName: string;
  readonly until: string;
  readonly version: number;
}

function OneGuardian({
  patientId,
  guardian: { representationId, personName, until, version },
}: {
  readonly patientId: string;
  readonly guardian: Guardian;
}) {
  const t = useScreenTexts(guardianTexts);
  const { date } = useTexts();
  const write = useWrite(
    (seen: number, key) => endGuardian(representationId, seen, key),
    [representationsQuery(patientId).queryKey],
  );
  return (
    <li>
      <strong>{personName}</strong> <span className="subtle">{t.until(date(until))}</span>
      <details className="fold">
        <summary>{t.endThis(personName)}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            write.send(version);
          }}
        >
          <WriteButton write={write} variant="secondary">
            {t.end}
          </WriteButton>
        </form>
      </details>
    </li>
  );
}

function Registered({ patientId }: { readonly patientId: string }) {
  const t = useScreenTexts(guardianTexts);
  return (
    <Answered question={useQuery(representationsQuery(patientId))}>
      {({ representations }) => {
        const guardians = representations.filter(
          ({ actsAs, state }) => actsAs === "guardian" && state === "in-force",
        );
        return (
          <>
            {guardians.length === 0 && <p className="subtle">{t.none}</p>}
            <ul className="plain-list">
              {guardians.map((guardian) => (
                <OneGuardian
                  key={guardian.representationId}
                  patientId={patientId}
                  guardian={guardian}
                />
              ))}
            </ul>
            <GuardianForm patientId={patientId} />
          </>
        );
      }}
    </Answered>
  );
}

function WhatTheySee({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(guardianTexts);
  const { date } = useTexts();
  const question = useQuery(guardianViewQuery(courseId));
  const view = question.data?.guardiansSee === true ? "withheld" : "released";
  const write = useWrite(
    (reason: string, key) => tellGuardians(courseId, { view, reason }, key),
    [guardianViewQuery(courseId).queryKey],
  );
  return (
    <Answered question={question}>
      {({ ageGroup, guardiansSee, said }) => (
        <>
          <p>{t.ages[ageGroup]}</p>
          {ageGroup !== "adult" && (
            <>
              <p role="status">
                <strong>{guardiansSee ? t.see : t.seeNot}</strong>
              </p>
              {said !== null && (
                <>
                  <p className="subtle">{t.said[said.view](date(said.on))}</p>
                  <p className="said">{said.reason}</p>
                </>
              )}
              <ReasonForm
                key={view}
                title={guardiansSee ? t.withhold : t.release}
                label={t.why}
                button={guardiansSee ? t.withhold : t.release}
                write={write}
              />
            </>
          )}
        </>
      )}
    </Answered>
  );
}

/** Nothing for whoever is grown up, or for roles that decide nothing of it. */
export function Guardians({
  course: { courseId, patient, asOf },
  role,
}: {
  readonly course: Course;
  readonly role: string | undefined;
}) {
  const t = useScreenTexts(guardianTexts);
  const { birthYear, patientId } = patient;
  const mayBeChild = birthYear !== null && Number(asOf.slice(0, 4)) - birthYear <= OF_AGE;
  if (!mayBeChild || (role !== "coordinator" && role !== "practitioner")) return null;
  return (
    <section className="form-block" aria-label={t.title}>
      <h2 className="ds-heading" data-size="xs">
        {t.title}
      </h2>
      {role === "coordinator" ? (
        <Registered patientId={patientId} />
      ) : (
        <WhatTheySee courseId={courseId} />
      )}
    </section>
  );
}
