// Knows how a leader looks into emergency access: who opened, on which ground and with which words, and the decision.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, changing } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { DateText } from "../../components/date-text.tsx";
import { ChoiceField, WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { GROUNDS } from "../break-glass/opened.ts";
import { breakGlassTexts } from "../break-glass/texts.ts";
import { glassReviewsQuery } from "./leader-queries.ts";
import { AnsweredPart } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

const RESULTS = ["justified", "not-justified"] as const;
type Result = (typeof RESULTS)[number];

interface Review {
  readonly reviewId: string;
  readonly openedByName: string;
  readonly openedOn: string;
  readonly ground: (typeof GROUNDS)[number];
  readonly reason: string;
  readonly dueOn: string;
  readonly version: number;
}

function ReviewForm({ unitId, review }: { readonly unitId: string; readonly review: Review }) {
  const t = useScreenTexts(leaderTexts);
  const glass = useScreenTexts(breakGlassTexts);
  const [result, setResult] = useState<Result>();
  const [words, setWords] = useState("");
  const { reviewId, version, openedByName, openedOn, ground, reason, dueOn } = review;
  const path = { reviewId };
  const write = useWrite(
    (body: { result: Result; words: string }, key) =>
      answered(
        api.POST("/api/break-glass-reviews/{reviewId}/reviewed", {
          params: { path, header: changing(key, version) },
          body,
        }),
      ),
    [glassReviewsQuery(unitId).queryKey],
  );
  return (
    <li className="form-block">
      <h3 className="ds-heading" data-size="2xs">
        {t.opened(openedByName)} <DateText on={openedOn} />
      </h3>
      <p>
        {glass.grounds[ground]} ·{" "}
        <span className="subtle">
          {t.due} <DateText on={dueOn} />
        </span>
      </p>
      <p className="said">{reason}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (result !== undefined) write.send({ result, words: words.trim() });
        }}
      >
        <ChoiceField
          legend={t.result}
          choices={RESULTS.map((one) => [one, t.results[one]] as const)}
          value={result}
          onChange={setResult}
        />
        <WordsField label={t.words} rows={2} required value={words} onChange={setWords} />
        <WriteButton write={write}>{t.save}</WriteButton>
      </form>
    </li>
  );
}

export function GlassReviews({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  return (
    <AnsweredPart title={t.reviews} question={useQuery(glassReviewsQuery(unitId))}>
      {({ reviews }) => {
        const waiting = reviews.filter(({ state }) => state === "waiting");
        if (waiting.length === 0) return <p className="subtle">{t.noReviews}</p>;
        return (
          <ul className="plain-list">
            {waiting.map((review) => (
              <ReviewForm key={review.reviewId} unitId={unitId} review={review} />
            ))}
          </ul>
        );
      }}
    </AnsweredPart>
  );
}
