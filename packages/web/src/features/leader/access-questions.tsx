// Knows how a leader answers what the log control asks about an access from the unit.
import { useQuery } from "@tanstack/react-query";
import { answered, api, changing } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { DateText } from "../../components/date-text.tsx";
import { ReasonForm } from "../../components/reason-form.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { type Signed, SignTags } from "../log-control/sign-tags.tsx";
import { accessQuestionsQuery } from "./leader-queries.ts";
import { AnsweredPart } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

interface Question {
  readonly reviewId: string;
  readonly lookedByName: string;
  readonly on: string;
  readonly looks: number;
  readonly signs: readonly Signed[];
  readonly words: string;
  readonly dueOn: string;
  readonly version: number;
}

function QuestionForm({ unitId, asked }: { readonly unitId: string; readonly asked: Question }) {
  const t = useScreenTexts(leaderTexts);
  const { reviewId, version, lookedByName, on, looks, signs, words, dueOn } = asked;
  const path = { reviewId };
  const write = useWrite(
    (said: string, key) =>
      answered(
        api.POST("/api/access-questions/{reviewId}/explained", {
          params: { path, header: changing(key, version) },
          body: { words: said },
        }),
      ),
    [accessQuestionsQuery(unitId).queryKey],
  );
  return (
    <li className="form-block">
      <h3 className="ds-heading" data-size="2xs">
        {t.looked(lookedByName, looks)} <DateText on={on} />
      </h3>
      <SignTags signs={signs} />
      <p className="said">{words}</p>
      <p className="subtle">
        {t.due} <DateText on={dueOn} />
      </p>
      <ReasonForm title={t.answer} label={t.explanation} button={t.send} write={write} />
    </li>
  );
}

export function AccessQuestions({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  return (
    <AnsweredPart title={t.questions} question={useQuery(accessQuestionsQuery(unitId))}>
      {({ asked }) =>
        asked.length === 0 ? (
          <p className="subtle">{t.noQuestions}</p>
        ) : (
          <ul className="plain-list">
            {asked.map((one) => (
              <QuestionForm key={one.reviewId} unitId={unitId} asked={one} />
            ))}
          </ul>
        )
      }
    </AnsweredPart>
  );
}
