// Knows how a message that came stands on the list: from whom, what it waits for, and all of it when it is opened.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DateText } from "../../components/date-text.tsx";
import { type TagTone, ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { OpenedMessage } from "./opened-message.tsx";
import type { ReceivedState } from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";
import { type CardProps, isOpen } from "./told.ts";

const TONES: Readonly<Record<ReceivedState, TagTone>> = {
  "to-place": "soon",
  "to-read": "soon",
  quarantined: "over",
  placed: "good",
  done: "none",
};

export function MessageCard(props: CardProps) {
  const t = useScreenTexts(receivedTexts);
  const { instant } = useTexts();
  const { message } = props;
  const { state, kind, sender, courseId, receivedAt, dueOn, overdue } = message;
  const [seen, setSeen] = useState(false);
  const from = t.from(sender.name ?? sender.number ?? t.unknownSender);
  return (
    <article className="form-block" aria-label={`${t.kinds[kind]} ${from}`}>
      <div className="received-top">
        <h2 className="ds-heading" data-size="2xs">
          {t.kinds[kind]} {from}
        </h2>
        <ToneTag tone={TONES[state]}>{t.states[state]}</ToneTag>
      </div>
      <p className="subtle">
        {t.came(instant(receivedAt))}
        {isOpen(message) && (
          <>
            {" · "}
            {t.seenToBy} <DateText on={dueOn} />
          </>
        )}{" "}
        {overdue && <ToneTag tone="over">{t.overdue}</ToneTag>}
      </p>
      {courseId !== null && (
        <p>
          <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
            {t.toCourse}
          </Link>
        </p>
      )}
      <details
        className="fold"
        onToggle={({ currentTarget }) => currentTarget.open && setSeen(true)}
      >
        <summary>{t.open}</summary>
        {seen && <OpenedMessage {...props} />}
      </details>
    </article>
  );
}
