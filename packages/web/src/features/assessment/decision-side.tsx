// Knows the side of an assessment on which it is decided: what, the letter that comes of it, and sending.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import type { LetterDraft, Referral } from "../../app/api/referral-queries.ts";
import { ApiError } from "../../app/api/request.ts";
import { Failure } from "../../components/failure.tsx";
import { ChoiceField, TickField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import {
  changed,
  DECISION_KINDS,
  type DecisionDraft,
  decisionDraft,
  letterDraftOf,
  missingIn,
} from "./decision-draft.ts";
import {
  AuthorFields,
  type FieldsProps,
  GrantFields,
  RefusalFields,
  SendOnFields,
} from "./decision-fields.tsx";
import { LetterPreview, useLetter } from "./letter-preview.tsx";
import { assessmentTexts } from "./texts.ts";
import { useDecide } from "./use-decide.ts";

interface SideProps {
  readonly referral: Referral;
  readonly version: number;
}

/** Id of the course that runs already, where whoever asks may see it. */
function twinIn(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.code !== "already-running") return undefined;
  const found = error.details[0]?.found;
  return typeof found === "string" ? found : undefined;
}

function Refused({ error }: { readonly error: Error }) {
  const t = useScreenTexts(assessmentTexts);
  const courseId = twinIn(error);
  if (!(error instanceof ApiError) || error.code !== "already-running") {
    return <Failure error={error} />;
  }
  return (
    <div role="alert" className="ds-alert" data-color="warning">
      <p>{t.twin}</p>
      {courseId !== undefined && (
        <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
          {t.openTwin}
        </Link>
      )}
    </div>
  );
}

function WithLetter({
  referral,
  letterDraft,
  draft,
  set,
  children,
}: FieldsProps & {
  readonly referral: Referral;
  readonly letterDraft: LetterDraft;
  readonly children: (isSeen: boolean) => ReactNode;
}) {
  const t = useScreenTexts(assessmentTexts);
  const { letter, isNow } = useLetter(referral.referralId, letterDraft);
  return (
    <>
      <LetterPreview letter={letter} referral={referral} />
      <TickField
        label={t.read}
        checked={draft.hasRead}
        // A tick that is not taken would be worse: the letter of what is written is still on its way.
        disabled={!isNow}
        onChange={(hasRead) => set({ hasRead })}
      />
      {children(isNow)}
    </>
  );
}

function SendButton({
  draft,
  isSeen,
  isPending,
  onSend,
}: {
  readonly draft: DecisionDraft;
  readonly isSeen: boolean;
  readonly isPending: boolean;
  readonly onSend: () => void;
}) {
  const t = useScreenTexts(assessmentTexts);
  if (draft.kind === undefined) return null;
  const missing = missingIn(draft);
  return (
    <div className="form-ways">
      <button
        type="button"
        className="ds-button"
        data-color="accent"
        disabled={!isSeen || missing.length > 0 || isPending}
        onClick={onSend}
      >
        {isPending ? t.sending : t.send[draft.kind]}
      </button>
      {missing.length > 0 && (
        <p className="subtle">{t.before(missing.map((what) => t.missing[what]))}</p>
      )}
    </div>
  );
}

export function DecisionSide({ referral, version }: SideProps) {
  const t = useScreenTexts(assessmentTexts);
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const [draft, setDraft] = useState(() => decisionDraft(referral.pathway, session?.name ?? ""));
  const set = (change: Partial<DecisionDraft>): void => setDraft(changed(draft, change));
  const { mutate, isPending, error } = useDecide(referral, version, ({ unitId }) => {
    // What was sent on is no longer this unit's to see.
    if (unitId !== referral.unitId) {
      void navigate({ to: "/units/$unitId/referrals", params: { unitId: referral.unitId } });
    }
  });
  const letterDraft = letterDraftOf(draft);
  const button = (isSeen: boolean) => (
    <SendButton draft={draft} isSeen={isSeen} isPending={isPending} onSend={() => mutate(draft)} />
  );
  const fields = { draft, set };
  return (
    <section className="panel assessment-decision" aria-labelledby="decide-title">
      <h2 id="decide-title" className="ds-heading" data-size="xs">
        {t.decide}
      </h2>
      <ChoiceField
        legend={<span className="visually-hidden">{t.decide}</span>}
        value={draft.kind}
        choices={DECISION_KINDS.map((id) => [id, t.decisions[id]] as const)}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === "grant" && <GrantFields {...fields} />}
      {draft.kind === "refuse" && <RefusalFields {...fields} />}
      {draft.kind === "send-on" && <SendOnFields {...fields} unitId={referral.unitId} />}
      {draft.kind !== undefined && <AuthorFields {...fields} />}
      {letterDraft === undefined ? (
        button(true)
      ) : (
        <WithLetter {...fields} referral={referral} letterDraft={letterDraft}>
          {button}
        </WithLetter>
      )}
      {error !== null && <Refused error={error} />}
    </section>
  );
}
