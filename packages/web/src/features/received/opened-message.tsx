// Knows how all of a message that came is shown, and what may be done with it as it stands.
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../../components/answered.tsx";
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { DoneForm } from "./done-form.tsx";
import { PlaceForm } from "./place-form.tsx";
import { type WholeReceived, wholeQuery } from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";
import { type CardProps, isOpen } from "./told.ts";

interface WholeProps {
  readonly whole: WholeReceived;
}

function About({ whole: { said, receiver } }: WholeProps) {
  const t = useScreenTexts(receivedTexts);
  const { patient } = said;
  return (
    <dl className="pairs">
      {patient !== null && (
        <>
          <dt>{t.patient}</dt>
          <dd>
            {patient.name ?? t.noName}
            {patient.bornOn !== null && (
              <>
                , {t.born} <DateText on={patient.bornOn} />
              </>
            )}
          </dd>
          <dt>{t.number}</dt>
          <dd>{patient.number ?? t.noNumber}</dd>
        </>
      )}
      {receiver.name !== null && (
        <>
          <dt>{t.sentTo}</dt>
          <dd>{receiver.name}</dd>
        </>
      )}
    </dl>
  );
}

function Words({ whole: { said } }: WholeProps) {
  const t = useScreenTexts(receivedTexts);
  if (said.words.length === 0) return null;
  return (
    <div className="received-words">
      {said.words.map(({ heading, text }) => (
        <div key={`${heading} ${text}`}>
          <h3 className="ds-heading" data-size="2xs">
            {heading ?? t.alsoSaid}
          </h3>
          <p className="said">{text}</p>
        </div>
      ))}
    </div>
  );
}

/** What the reader of messages stumbled over, in its own words: for the sender's supplier or ours. */
function Troubles({ whole: { problems, lost, original, receivedId } }: WholeProps) {
  const t = useScreenTexts(receivedTexts);
  return (
    <>
      {lost.length > 0 && <p>{t.lost(lost.length)}</p>}
      {problems.length > 0 && (
        <details className="fold">
          <summary>{t.problems(problems.length)}</summary>
          <ul className="plain-list" lang="en">
            {problems.map(({ line, column, path, expected, found }) => (
              <li key={`${line}:${column} ${path} ${expected}`} className="received-problem">
                {line}:{column} {path}: expected {expected}, found {found}
              </li>
            ))}
          </ul>
        </details>
      )}
      {original !== null && (
        <p>
          <a
            className="ds-link"
            download={`${receivedId.slice(-8)}.xml`}
            href={`data:application/octet-stream;base64,${original}`}
          >
            {t.original}
          </a>
        </p>
      )}
    </>
  );
}

export function OpenedMessage({ message, unitId, onTold }: CardProps) {
  const t = useScreenTexts(receivedTexts);
  const { receivedId, state } = message;
  return (
    <Answered question={useQuery(wholeQuery(receivedId))}>
      {({ body: whole, version = message.version }) => (
        <div className="received-opened">
          {whole.kind === "unread" && <p>{t.unread}</p>}
          {whole.kind === "receipt" && <p>{t.strayReceipt}</p>}
          <About whole={whole} />
          <Words whole={whole} />
          <Troubles whole={whole} />
          {state === "to-place" && (
            <PlaceForm whole={whole} version={version} unitId={unitId} onTold={onTold} />
          )}
          {isOpen(message) && (
            <DoneForm
              receivedId={receivedId}
              version={version}
              state={state}
              onDone={() => onTold("done")}
            />
          )}
        </div>
      )}
    </Answered>
  );
}
