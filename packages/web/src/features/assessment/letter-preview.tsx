// Knows the letter that comes of a decision, shown as it will be sent while it is written.
import { useQuery } from "@tanstack/react-query";
import { type LetterDraft, letterQuery, type Referral } from "../../app/api/referral-queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { useSettled } from "../../components/use-settled.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { assessmentTexts } from "./texts.ts";

const REST_MS = 300;

/** The letter, and whether it is that of what is written at this moment. */
export function useLetter(referralId: string, draft: LetterDraft) {
  const settled = useSettled(JSON.stringify(draft), REST_MS);
  const letter = useQuery(letterQuery(referralId, JSON.parse(settled) as LetterDraft));
  const isNow = settled === JSON.stringify(draft) && letter.isSuccess && !letter.isPlaceholderData;
  return { letter, isNow };
}

export function LetterPreview({
  letter,
  referral,
}: {
  readonly letter: ReturnType<typeof useLetter>["letter"];
  readonly referral: Referral;
}) {
  const t = useScreenTexts(assessmentTexts);
  const { data, isPending, isError, error } = letter;
  return (
    <section className="letter" aria-labelledby="letter-title">
      <h3 id="letter-title" className="ds-heading" data-size="2xs">
        {t.letter}
        {data !== undefined && `, ${t.letterLanguages[data.language]}`}
      </h3>
      <p className="subtle">
        {t.letterHint} {t.toReferrer(referral.referrer.name)}
      </p>
      {isPending && <Loading />}
      {isError && <Failure error={error} />}
      {data !== undefined && (
        <article className="letter-sheet" lang={data.language} aria-label={data.title}>
          <p className="letter-name">{data.title}</p>
          <p className="letter-words">{data.text}</p>
        </article>
      )}
    </section>
  );
}
