// Knows how one proposed registration is shown, taken with one action, or dismissed with a reason.
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { Proposal } from "../../../app/api/contract.ts";
import { DateText } from "../../../components/date-text.tsx";
import { Failure } from "../../../components/failure.tsx";
import { inSentence } from "../../../i18n/dates.ts";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import { courseTexts } from "../texts.ts";
import { useConfirmProposal, useDismissProposal } from "./proposal-queries.ts";

interface ProposalProps {
  readonly proposal: Proposal;
}

function useEventName({ name, event }: Proposal): string {
  const { pick } = useTexts();
  return name === null ? event : pick(name);
}

function What({ proposal }: ProposalProps) {
  const { pick, date } = useTexts();
  const t = useScreenTexts(courseTexts);
  const { outcomeName, on, title, dueOn } = proposal;
  const name = useEventName(proposal);
  return (
    <div>
      <p>
        <strong>{name}</strong>
        {outcomeName !== null && `: ${pick(outcomeName)}`} · <DateText on={on} />
      </p>
      <p className="subtle">
        {title !== null && `${t.because} ${inSentence(pick(title))} `}
        {dueOn !== null && `${t.reportedBy(date(dueOn))}.`}
      </p>
    </div>
  );
}

function Dismissing({
  proposal,
  onClose,
}: ProposalProps & {
  readonly onClose: () => void;
}) {
  const t = useScreenTexts(courseTexts);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const dismissal = useDismissProposal(proposal);
  useLayoutEffect(() => field.current?.focus(), []);
  const onSubmit = (submission: FormEvent): void => {
    submission.preventDefault();
    const reason = field.current?.value.trim() ?? "";
    if (reason !== "" && !dismissal.isPending) dismissal.mutate(reason);
  };
  return (
    <form className="fields proposal-dismissing" onSubmit={onSubmit}>
      <div className="field">
        <label htmlFor={id}>{t.reason}</label>
        <input id={id} ref={field} className="ds-input" required maxLength={500} />
      </div>
      <button type="submit" className="ds-button" aria-disabled={dismissal.isPending}>
        {t.confirmDismiss}
      </button>
      <button type="button" className="ds-button" data-variant="tertiary" onClick={onClose}>
        {t.cancel}
      </button>
      {dismissal.error !== null && <Failure error={dismissal.error} />}
    </form>
  );
}

export function ProposalItem({ proposal }: ProposalProps) {
  const { date } = useTexts();
  const t = useScreenTexts(courseTexts);
  const name = inSentence(useEventName(proposal));
  const on = date(proposal.on);
  const [dismissing, setDismissing] = useState(false);
  const confirmation = useConfirmProposal(proposal);
  return (
    <div className="proposal">
      <What proposal={proposal} />
      <p className="proposal-ways">
        <button
          type="button"
          className="ds-button"
          data-color="accent"
          data-size="sm"
          aria-label={t.confirmThis(name, on)}
          aria-disabled={confirmation.isPending}
          onClick={() => confirmation.isPending || confirmation.mutate()}
        >
          {t.confirm}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          aria-label={t.dismissThis(name, on)}
          aria-expanded={dismissing}
          onClick={() => setDismissing(!dismissing)}
        >
          {t.dismiss}
        </button>
      </p>
      {dismissing && <Dismissing proposal={proposal} onClose={() => setDismissing(false)} />}
      {confirmation.error !== null && <Failure error={confirmation.error} />}
    </div>
  );
}
