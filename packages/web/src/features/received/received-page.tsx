// Knows the page of messages that came to a unit: those that wait for somebody first, and who sees to them.
import "./received.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLayoutEffect, useRef, useState } from "react";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { Answered } from "../../components/answered.tsx";
import { SelectField } from "../../components/field.tsx";
import { MoreButton } from "../../components/more-button.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { IntakePersonPart } from "./intake-person.tsx";
import { MessageCard } from "./message-card.tsx";
import { type ReceivedState, receivedQuery, STATES } from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";
import type { Told } from "./told.ts";

interface PageProps {
  readonly unitId: string;
}

/** Anew each time, so that the same twice is told twice. */
interface Last {
  readonly told: Told;
}

function ToldNote({ last, unitId }: PageProps & { readonly last: Last | undefined }) {
  const t = useScreenTexts(receivedTexts);
  const note = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is gone with its card.
    if (last !== undefined) note.current?.focus();
  }, [last]);
  return (
    <p ref={note} role="status" tabIndex={-1} className="received-told">
      {last !== undefined && t.told[last.told]}{" "}
      {last?.told === "referral" && (
        <Link to="/units/$unitId/referrals" params={{ unitId }} className="ds-link">
          {t.toReferrals}
        </Link>
      )}
    </p>
  );
}

function Messages({ unitId }: PageProps) {
  const t = useScreenTexts(receivedTexts);
  const [state, setState] = useState<ReceivedState>();
  const [last, setLast] = useState<Last>();
  const question = useInfiniteQuery(receivedQuery(unitId, state));
  return (
    <div className="sheet received">
      <SelectField
        label={t.show}
        value={state ?? ""}
        onChange={(value) => setState(STATES.find((one) => one === value))}
      >
        <option value="">{t.waiting}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t.states[one]}
          </option>
        ))}
      </SelectField>
      <ToldNote last={last} unitId={unitId} />
      <Answered question={question}>
        {({ pages }) => {
          const received = pages.flatMap((page) => page.received);
          return (
            <>
              {received.length === 0 && <p className="empty">{t.none}</p>}
              {received.map((message) => (
                <MessageCard
                  key={message.receivedId}
                  message={message}
                  unitId={unitId}
                  onTold={(told) => setLast({ told })}
                />
              ))}
              <IntakePersonPart unitId={unitId} person={pages[0]?.intakePerson ?? null} />
            </>
          );
        }}
      </Answered>
      <MoreButton of={question}>{t.more}</MoreButton>
    </div>
  );
}

export function ReceivedPage({ unitId }: PageProps) {
  const t = useScreenTexts(receivedTexts);
  const name = useUnitName()(unitId);
  return (
    <>
      <PageHeading title={t.place}>{t.title(name)}</PageHeading>
      <p className="lead">{t.lead}</p>
      <Messages unitId={unitId} />
    </>
  );
}
