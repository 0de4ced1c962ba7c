// Knows the page of who may see: those close, those kept out, others outside, and how the patient is told of news.
import { useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { SendButton } from "../shell/send-button.tsx";
import { BlockForm } from "./block-form.tsx";
import { ConsentForm } from "./consent-form.tsx";
import { NoticeForm } from "./notice-form.tsx";
import { sharingTexts } from "./texts.ts";

function Close() {
  const t = useMineTexts(sharingTexts);
  const { date } = useWords();
  const { representations = [] } = useMine().data;
  const { ageGroup } = usePathway();
  const held = representations.filter(
    // Whoever has become 16 has no guardian here any more, though one is still registered.
    ({ state, actsAs }) => state === "in-force" && !(actsAs === "guardian" && ageGroup === "adult"),
  );
  return (
    <section className="ds-card mine-card" aria-labelledby="close">
      <h2 id="close" className="ds-heading" data-size="sm">
        {t.close}
      </h2>
      <p>{t.ages[ageGroup]}</p>
      {held.length === 0 && <p>{t.closeNone}</p>}
      <ul className="mine-list">
        {held.map(({ representationId, personName, actsAs, until, version }) => (
          <li key={representationId}>
            <strong>{personName}</strong>
            <p className="subtle">
              {t.acts[actsAs]}. {t.until(date(until))}
            </p>
            {actsAs !== "guardian" && (
              <SendButton
                label={t.end}
                url={`/api/representations/${representationId}/ended`}
                version={version}
              />
            )}
          </li>
        ))}
      </ul>
      {ageGroup === "adult" && <ConsentForm />}
    </section>
  );
}

function Blocks() {
  const t = useMineTexts(sharingTexts);
  const { date } = useWords();
  const { blocks = [] } = useMine().data;
  const { people, unit } = usePathway();
  const held = blocks.filter(({ state }) => state === "in-force");
  const nameOf = (id: string | null): string =>
    people.find(({ personId }) => personId === id)?.name ?? (unit?.unitId === id ? unit.name : "");
  return (
    <section className="ds-card mine-card" aria-labelledby="blocks">
      <h2 id="blocks" className="ds-heading" data-size="sm">
        {t.blocks}
      </h2>
      {held.length === 0 && <p>{t.blocksNone}</p>}
      <ul className="mine-list">
        {held.map(({ blockId, against, id, since, version }) => (
          <li key={blockId}>
            <strong>
              {t.against[against ?? "person"]} {nameOf(id)}
            </strong>
            <p className="subtle">{t.since(date(since))}</p>
            <SendButton label={t.lift} url={`/api/blocks/${blockId}/lifted`} version={version} />
          </li>
        ))}
      </ul>
      <BlockForm />
    </section>
  );
}

/** One that follows of itself is a code; the others are in the words of who shared. */
const isGround = (ground: string): ground is "referral" => ground === "referral";

function Outside() {
  const t = useMineTexts(sharingTexts);
  const { date } = useWords();
  const { sharings = [] } = useMine().data;
  return (
    <section className="ds-card mine-card" aria-labelledby="outside">
      <h2 id="outside" className="ds-heading" data-size="sm">
        {t.outside}
      </h2>
      {sharings.length === 0 && <p>{t.outsideNone}</p>}
      <ul className="mine-list">
        {sharings.map(({ sharingId, as, ground, until, ended }) => (
          <li key={sharingId}>
            <strong>{t.as[as]}</strong>
            <p className="subtle">
              {t.why(isGround(ground) ? t.grounds[ground] : ground)}{" "}
              {until !== null && ended === null && t.until(date(until))}
              {ended !== null && t.ended(date(ended.on))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SharingPage() {
  const t = useMineTexts(sharingTexts);
  return (
    <>
      <Heading title={t.title} lead={t.lead} />
      <div className="mine-cards">
        <Close />
        <Blocks />
        <Outside />
        <NoticeForm />
      </div>
    </>
  );
}
