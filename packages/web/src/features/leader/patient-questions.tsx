// Knows how a leader explains to a patient why somebody of the unit looked.
import { useQuery } from "@tanstack/react-query";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { DateText } from "../../components/date-text.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { patientQuestionsQuery } from "./leader-queries.ts";
import { AnsweredPart } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

type Question = Schemas["AskedExplanation"];

function QuestionForm({ unitId, asked }: { readonly unitId: string; readonly asked: Question }) {
  const t = useScreenTexts(leaderTexts);
  const { t: all, language } = useTexts();
  const { explanationId, version, patient, lookedByName, role, at, unforeseen, words, dueOn } =
    asked;
  const roles: Readonly<Record<string, string>> = all.session.roles;
  const moment = new Intl.DateTimeFormat(language, {
    ...{ dateStyle: "long", timeStyle: "short", timeZone: "Europe/Oslo" },
  });
  const path = { explanationId };
  const write = useWrite(
    (said: string, key) =>
      answered(
        api.POST("/api/explanations/{explanationId}/explained", {
          params: { path, header: changing(key, version) },
          body: { words: said },
        }),
      ),
    [patientQuestionsQuery(unitId).queryKey, ["tasks"]],
  );
  return (
    <li className="form-block">
      <h3 className="ds-heading" data-size="2xs">
        {t.asks(patient.name ?? t.unnamed(patient.patientId))}
      </h3>
      <p className="said">{words}</p>
      <p>
        {t.itIsAbout(lookedByName, roles[role] ?? role)}{" "}
        <time dateTime={at}>{moment.format(new Date(at))}</time>
        {unforeseen && ` · ${t.unforeseen}`}
      </p>
      <p className="subtle">
        {t.answerBy} <DateText on={dueOn} />
      </p>
      <ReasonForm title={t.answer} label={t.toPatient} button={t.send} write={write} />
    </li>
  );
}

export function PatientQuestions({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  return (
    <AnsweredPart title={t.patientQuestions} question={useQuery(patientQuestionsQuery(unitId))}>
      {({ asked }) =>
        asked.length === 0 ? (
          <p className="subtle">{t.noPatientQuestions}</p>
        ) : (
          <ul className="plain-list">
            {asked.map((one) => (
              <QuestionForm key={one.explanationId} unitId={unitId} asked={one} />
            ))}
          </ul>
        )
      }
    </AnsweredPart>
  );
}
