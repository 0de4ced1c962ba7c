// Knows how a discharge summary is written as Epikrise 1.2, and what it cannot be sent without.
import type { ClinicalItem } from "../parts/clinical.ts";
import type { Party } from "../parts/contact.ts";
import { pairOfIdents } from "../parts/place-shape.ts";
import { plainParty, plainPerson } from "../parts/plain-party.ts";
import type { Read } from "../shape/codec.ts";
import { type Written, writeRoot } from "../shape/document.ts";
import type { Code } from "../shape/kith-types.ts";
import { MESSAGE_PREFIXES } from "../xml/namespaces.ts";
import type { MessageProblem } from "../xml/xml-problem.ts";
import {
  CARE_LEVELS,
  type DischargeSummary,
  missingHeadings,
  SUMMARY_HEADINGS,
} from "./discharge-summary.ts";
import { SUMMARY_TAG, summaryMessage } from "./discharge-summary-shape.ts";

type Message = Read<typeof summaryMessage>;
type Event = Message["report"]["events"][number];

const TYPE: Code = { value: "EPIKRISE", display: "Epikrise" };
const TEST: Code = { value: "TEST", display: "Melding til testformål" };
const FINAL: Code = { value: "F", display: "Endelig rapport" };
const PRELIMINARY: Code = { value: "P", display: "Foreløpig rapport" };
const PROVIDER: Code = { value: "SPR", display: "Tjenesteyter" };
const REQUESTER: Code = { value: "REQ", display: "Rekvirent" };
const ANSWERS_FOR_IT: Code = { value: "AHP", display: "Ansvarlig helsepersonell" };
const TREATMENT: Code = { value: "10", display: "Utredning/behandling" };
const MAIN: Code = { value: "H", display: "Hoveddiagnose" };
const OTHER: Code = { value: "B", display: "Bidiagnose" };

/** Writes a discharge summary. One without assessment or plan for what follows is not written. */
export function writeDischargeSummary(summary: DischargeSummary): Written {
  const problems = missingSections(summary);
  if (problems.length > 0) return { ok: false, problems };
  const written = writeRoot(SUMMARY_TAG, summaryMessage, messageOf(summary), MESSAGE_PREFIXES);
  const results = summary.items.flatMap(({ result }, at) =>
    result === undefined ? [] : [`items[${at}].result`],
  );
  return written.ok ? { ...written, unwritten: [...written.unwritten, ...results] } : written;
}

/** A cancellation needs nothing. */
function missingSections({ kind, sections }: DischargeSummary): readonly MessageProblem[] {
  if (kind === "cancel") return [];
  return missingHeadings(sections).map((code) => ({
    code: "missing-element",
    line: 0,
    column: 0,
    path: "sections",
    expected: SUMMARY_HEADINGS[code],
    found: "none",
  }));
}

function messageOf(summary: DischargeSummary): Message {
  return {
    type: TYPE,
    version: "v1.2 2012-02-15",
    generatedAt: summary.generatedAt,
    messageId: summary.messageId,
    ...(summary.isTest && { status: TEST }),
    report: {
      kind: summary.kind,
      issuedAt: summary.issuedAt,
      ...(summary.approvedAt !== undefined && { approvedAt: summary.approvedAt }),
      status: summary.isPreliminary ? PRELIMINARY : FINAL,
      title: summary.title,
      documentId: summary.documentId,
      referrals: referralsOf(summary),
      events: [eventOf(summary)],
      patient: patientOf(summary),
      provider: sideOf(PROVIDER, summary.provider),
      copies: summary.copies.map((party) => ({ party: plainParty(party) })),
      requester: sideOf(REQUESTER, summary.requester),
      responsible: summary.responsible.map((party) => ({
        relation: ANSWERS_FOR_IT,
        party: plainParty(party),
      })),
    },
  };
}

function sideOf(role: Code, party: Party): Message["report"]["provider"] {
  const { role: own, commMethod, ...rest } = plainParty(party);
  return { role: own ?? role, ...(commMethod && { commMethod }), party: rest };
}

function referralsOf({ referral }: DischargeSummary): Message["report"]["referrals"] {
  return referral === undefined ? [] : [{ kind: "new", contentType: TREATMENT, ...referral }];
}

function eventOf({ stay, diagnoses, items, sections }: DischargeSummary): Event {
  const coded = diagnoses.map((diagnosis, at) => ({
    observation: { coded: diagnosis },
    about: at === 0 ? MAIN : OTHER,
  }));
  return {
    period: { from: stay.from, ...(stay.to !== undefined && { to: stay.to }) },
    kind: "new",
    ...(stay.outcome && { outcome: stay.outcome }),
    service: { careLevel: CARE_LEVELS[stay.careLevel] },
    items: [...coded, ...items.filter((item) => item.result === undefined).map(withoutSystem)],
    sections: sections.map(({ heading, text }) => ({
      heading: { value: heading, display: SUMMARY_HEADINGS[heading] },
      text,
      codes: [],
    })),
  };
}

/** The kind of an item has its code system fixed here, so none is written. */
function withoutSystem({ result: _, ...item }: ClinicalItem): Event["items"][number] {
  const { system: _system, text: _text, ...about } = item.about;
  return { ...item, about };
}

function patientOf(summary: DischargeSummary): Message["report"]["patient"] {
  const patient = plainPerson(summary.patient);
  const { id, typeId } = pairOfIdents(patient.idents);
  const { wholeName, sex, birthDate, address, telecoms, otherIdents } = patient;
  const place =
    address === undefined && telecoms.length === 0
      ? undefined
      : { address: address ?? {}, telecoms };
  return {
    ...(sex && { sex }),
    ...(birthDate !== undefined && { birthDate }),
    ...(wholeName !== undefined && { wholeName }),
    ...(id !== undefined && { officialId: id }),
    ...(typeId && { officialIdType: typeId }),
    relatedParties: summary.relatedParties.map((related) => ({
      ...related,
      party: plainParty(related.party),
    })),
    otherIdents: otherIdents ?? [],
    ...(place && { place }),
  };
}
