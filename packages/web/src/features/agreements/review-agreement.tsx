// Knows how an agreement is looked at anew, with what changed and the day of the next time, and how it is ended.
import { type FormEvent, useState } from "react";
import {
  type Agreement,
  CHANGED,
  endAgreement,
  type Review,
  reviewAgreement,
} from "../../app/api/agreement-queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { ReasonForm } from "../../components/reason-form.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { contentOf, toldContent } from "./content-draft.ts";
import { ContentFields } from "./content-fields.tsx";
import { agreementTexts } from "./texts.ts";

interface AgreementProps {
  readonly agreement: Agreement;
}

interface WaysProps extends AgreementProps {
  /** It is ended, and gone from the list. */
  readonly onEnded: () => void;
}

function ReviewForm({ agreement }: AgreementProps) {
  const t = useScreenTexts(agreementTexts);
  const [content, setContent] = useState(() => contentOf(agreement));
  const [whatChanged, setWhatChanged] = useState("");
  const write = useWrite((body: Review, key) => reviewAgreement(agreement, body, key), CHANGED);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (content.reviewOn === "") return;
    write.send({ ...toldContent(content), whatChanged: whatChanged.trim() });
  };
  return (
    <form className="form" onSubmit={send}>
      <ContentFields draft={content} set={setContent} />
      <WordsField
        label={t.whatChanged}
        hint={t.whatChangedHint}
        rows={2}
        required
        value={whatChanged}
        onChange={setWhatChanged}
      />
      {content.reviewOn === "" && <p className="subtle">{t.needsDay}</p>}
      <WriteButton write={write} variant="secondary">
        {t.saveReview}
      </WriteButton>
    </form>
  );
}

export function AgreementWays({ agreement, onEnded }: WaysProps) {
  const t = useScreenTexts(agreementTexts);
  const end = useWrite((reason: string, key) => endAgreement(agreement, reason, key), CHANGED);
  return (
    <>
      <details key={agreement.version} className="fold">
        <summary>{t.review}</summary>
        <ReviewForm agreement={agreement} />
      </details>
      <ReasonForm
        title={t.end}
        label={t.endWhy}
        button={t.endNow}
        write={{ ...end, send: (reason) => end.send(reason, onEnded) }}
      />
    </>
  );
}
