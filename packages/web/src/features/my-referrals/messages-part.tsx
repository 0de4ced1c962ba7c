// Knows what the unit and who referred have written to each other, and how one more question is sent.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas, writing } from "../../app/api/client.ts";
import { referralMessagesQuery } from "../../app/api/referral-queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { onceSent } from "../../components/once-sent.ts";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { isSummaryHeading, summaryHeadings } from "../../i18n/summary-headings.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { myReferralsTexts } from "./texts.ts";

type Message = Schemas["ReferralMessages"]["messages"][number];
type Question = Schemas["Question"];

function FromUnit({ message }: { readonly message: Message }) {
  const t = useScreenTexts(myReferralsTexts);
  const headings = useScreenTexts(summaryHeadings);
  const { date } = useTexts();
  const { purpose, on, state, title, passages, author } = message;
  return (
    <details className="fold">
      <summary>
        {t.purposes[purpose]}, {date(on)}
      </summary>
      <p className="subtle">
        {t.fromUnit} · {t.messageStates[state]}
      </p>
      {title !== null && <strong>{title}</strong>}
      {passages.map(({ heading, text }) => (
        <div key={`${heading} ${text}`}>
          {heading !== null && (
            <strong>{isSummaryHeading(heading) ? headings[heading] : heading}</strong>
          )}
          <p className="said">{text}</p>
        </div>
      ))}
      {author !== null && <p className="subtle">{t.callAuthor(author.name, author.telephone)}</p>}
    </details>
  );
}

function FromYou({ question }: { readonly question: Question }) {
  const t = useScreenTexts(myReferralsTexts);
  const { date } = useTexts();
  const { words, askedOn, state, answerBy, answer } = question;
  return (
    <>
      <p className="subtle">
        {t.fromYou}, {date(askedOn)} · {t.questionStates[state]}
      </p>
      <p className="said">{words}</p>
      {answer === null ? (
        <p>{t.answerBy(date(answerBy))}</p>
      ) : (
        <>
          <p className="subtle">{t.unitAnswered(date(answer.on))}</p>
          <p className="said">{answer.words}</p>
        </>
      )}
    </>
  );
}

function Ask({ referralId }: { readonly referralId: string }) {
  const t = useScreenTexts(myReferralsTexts);
  const [words, setWords] = useState("");
  const write = useWrite(
    (body: { words: string }, key) =>
      answered(
        api.POST("/api/referrals/{referralId}/questions", {
          params: { path: { referralId }, header: writing(key) },
          body,
        }),
      ),
    [referralMessagesQuery(referralId).queryKey],
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        write.send({ words: words.trim() }, () => setWords(onceSent(words)));
      }}
    >
      <WordsField label={t.ask} hint={t.askHint} required value={words} onChange={setWords} />
      <WriteButton write={write} variant="secondary">
        {t.askSend}
      </WriteButton>
      {write.isSaved && words === "" && <p role="status">{t.asked}</p>}
    </form>
  );
}

export function MessagesPart({ referralId }: { readonly referralId: string }) {
  const t = useScreenTexts(myReferralsTexts);
  const question = useQuery(referralMessagesQuery(referralId));
  return (
    <section className="panel" aria-labelledby="messages-title">
      <h2 id="messages-title" className="ds-heading" data-size="xs">
        {t.messages}
      </h2>
      <Answered question={question}>
        {({ messages, questions }) => (
          <>
            {messages.length + questions.length === 0 && <p className="subtle">{t.messagesNone}</p>}
            <ul className="plain-list">
              {questions.map((one) => (
                <li key={one.questionId} className="my-referral">
                  <FromYou question={one} />
                </li>
              ))}
              {messages.map((one) => (
                <li key={one.messageId} className="my-referral">
                  <FromUnit message={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <Ask referralId={referralId} />
    </section>
  );
}
