// Knows the page of the log control: what waits, by which signs, and going through days by hand.
import "./log-control.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, writing } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { DateText } from "../../components/date-text.tsx";
import { DateField } from "../../components/field.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ChoiceField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { LOG_CONTROL_KEY, reviewsQuery } from "./log-control-queries.ts";
import { ReviewCard } from "./review-card.tsx";
import { logControlTexts } from "./texts.ts";

function Examine({ today }: { readonly today: string }) {
  const t = useScreenTexts(logControlTexts);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const write = useWrite(
    (body: { from: string; to: string }, key) =>
      answered(
        api.POST("/api/log-control/examinations", { params: { header: writing(key) }, body }),
      ),
    [LOG_CONTROL_KEY],
  );
  return (
    <details className="fold">
      <summary>{t.examine}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          write.send({ from, to });
        }}
      >
        <div className="form-row">
          <DateField label={t.from} value={from} onChange={setFrom} />
          <DateField label={t.to} value={to} onChange={setTo} />
        </div>
        <WriteButton write={write} variant="secondary">
          {t.run}
        </WriteButton>
      </form>
    </details>
  );
}

export function LogControlPage() {
  const t = useScreenTexts(logControlTexts);
  const [which, setWhich] = useState<"waiting" | "decided">("waiting");
  const decided = which === "decided";
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      <ChoiceField
        legend={t.show}
        choices={[
          ["waiting", t.waiting],
          ["decided", t.decided],
        ]}
        value={which}
        onChange={setWhich}
      />
      <Answered question={useQuery(reviewsQuery(decided))}>
        {(answer) => (
          <>
            <p>{t.counts(answer.waiting, answer.decided)}</p>
            {answer.bySign.length > 0 && (
              <p className="subtle">
                {answer.bySign.map(({ sign, open }) => `${t.signs[sign]}: ${open}`).join(" · ")}
              </p>
            )}
            <p className="subtle">
              {answer.examined === null ? (
                t.never
              ) : (
                <>
                  {t.examined(answer.examined.looked, answer.examined.flagged)}{" "}
                  <DateText on={answer.examined.to} />
                </>
              )}
            </p>
            <Examine today={answer.asOf} />
            {answer.reviews.length === 0 && (
              <p className="empty">{decided ? t.emptyDecided : t.empty}</p>
            )}
            <ul className="review-cards">
              {answer.reviews.map((review) => (
                <ReviewCard key={review.reviewId} review={review} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </>
  );
}
