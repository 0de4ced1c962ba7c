// Knows the address of a unit's messages to others, and how they are listed.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { createRoute } from "@tanstack/react-router";
import { useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { Answered } from "../../components/answered.tsx";
import { SelectField } from "../../components/field.tsx";
import { MoreButton } from "../../components/more-button.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { MessageCard } from "./message-card.tsx";
import { type MessageState, messagesQuery } from "./message-queries.ts";
import { messageTexts } from "./texts.ts";

const STATES: readonly MessageState[] = [
  "written",
  "sent",
  "failed",
  "delivered",
  "read",
  "given-up",
];

function Messages({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(messageTexts);
  const { data: session } = useQuery(sessionQuery);
  const [state, setState] = useState<MessageState>();
  const question = useInfiniteQuery(messagesQuery(unitId, state));
  return (
    <div className="sheet">
      <SelectField
        label={t.show}
        value={state ?? ""}
        onChange={(value) => setState(STATES.find((one) => one === value))}
      >
        <option value="">{t.open}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t.states[one]}
          </option>
        ))}
      </SelectField>
      <Answered question={question}>
        {({ pages }) => {
          const counts = pages[0]?.counts;
          const messages = pages.flatMap((page) => page.messages);
          return (
            <>
              {counts !== undefined && (
                <p>
                  {t.counts(counts.written, counts.sent, counts.failed)}
                  {counts.overdue > 0 && ` · ${t.overdue(counts.overdue)}`}
                </p>
              )}
              {messages.length === 0 && <p className="subtle">{t.none}</p>}
              {messages.map((message) => (
                <MessageCard
                  key={message.messageId}
                  message={message}
                  mayWrite={session?.held?.role === "coordinator"}
                />
              ))}
            </>
          );
        }}
      </Answered>
      <MoreButton of={question}>{t.more}</MoreButton>
    </div>
  );
}

const messagesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/messages",
  component: function MessagesRoute() {
    const { unitId } = messagesRoute.useParams();
    const t = useScreenTexts(messageTexts);
    const name = useUnitName()(unitId);
    return (
      <>
        <PageHeading title={t.place}>{t.title(name)}</PageHeading>
        <Messages key={unitId} unitId={unitId} />
      </>
    );
  },
});

export const messageRoutes = [messagesRoute] as const;

export const messagePlace: Place = {
  name: { nb: messageTexts.nb.place, nn: messageTexts.nn.place, en: messageTexts.en.place },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/messages`;
  },
};
