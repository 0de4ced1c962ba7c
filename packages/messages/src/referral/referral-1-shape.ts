// Knows the elements of Henvisning 1.0 and 1.1 in their order.
import { clinicalShapes } from "../parts/clinical-shapes.ts";
import type { Party } from "../parts/contact.ts";
import type { Attachment, OtherReceiver } from "../parts/envelope.ts";
import { type Codec, mapped } from "../shape/codec.ts";
import { many, one, optional, orEmpty, some } from "../shape/fields.ts";
import { type Code, cs, cv, ts } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { HENVISNING_1_0, HENVISNING_1_1 } from "../xml/namespaces.ts";
import { attachment10, attachment11 } from "./attachment-1-shape.ts";
import { clinicalStyle1, party1, patient10, patient11 } from "./patient-1-shape.ts";
import { kind } from "./referral-checks.ts";
import type { RequestedService } from "./referral-message.ts";

const NO_CODE: Code = {};
const NO_REQUEST: RequestedService = { kind: NO_CODE, urgency: NO_CODE };

/** Requester or provider: role, way of sending (from 1.1), and who it is. */
export function sideShape(uri: string): Codec<Party> {
  const commMethod = { commMethod: optional("ComMethod", cs) } as const;
  const fields = {
    role: optional("Role", cs),
    ...(uri === HENVISNING_1_1 ? commMethod : ({} as typeof commMethod)),
    party: one("HCP", party1(uri)),
  };
  return mapped(
    sequence(uri, fields),
    ({ party, ...own }): Party => ({ ...own, ...party }),
    (side) => ({ role: side.role, commMethod: side.commMethod, party: side }),
  );
}

function copyShape(uri: string): Codec<OtherReceiver> {
  const delivery = sequence(uri, {
    messageType: one("MsgType", cs),
    wanted: optional("ReqComMethod", cs),
    actual: optional("ActComMethod", cs),
  });
  return mapped(
    sequence(uri, {
      role: optional("Role", cs),
      deliveries: many("CopyDestRole", delivery),
      party: one("HCP", party1(uri)),
    }),
    ({ role, deliveries, party }): OtherReceiver => ({
      party: { ...(role && { role }), ...party },
      deliveries,
    }),
    ({ party, deliveries }) => ({ role: party.role, deliveries, party }),
  );
}

function requestShape(uri: string): Codec<RequestedService> {
  const service = sequence(uri, {
    id: optional("ServId", cv),
    speciality: optional("MedSpeciality", cv),
    careLevel: optional("AdmCat", cs),
  });
  return sequence(uri, {
    kind: one("ServType", cs),
    purpose: optional("Purpose", cs),
    wantedOn: optional("ReqDate", ts),
    urgency: uri === HENVISNING_1_0 ? orEmpty("Priority", cs, NO_CODE) : one("Priority", cs),
    comment: optional("Comment", text),
    service: optional("Service", service),
  });
}

const BEFORE = {
  kind: one("ServType", kind),
  issuedAt: one("IssueDate", ts),
  payment: optional("PaymentCat", cs),
  comment: optional("ReqComment", text),
  acknowledgement: optional("Ack", cs),
  contentType: one("MsgDescr", cs),
  documentId: one("Id", text),
} as const;

function fieldsBetween(uri: string, attachment: Codec<Attachment>) {
  return {
    receiver: one("ServProvider", sideShape(uri)),
    sender: one("Requester", sideShape(uri)),
    otherReceivers: many("CopyDest", copyShape(uri)),
    attachments: many("RefDoc", attachment),
    reasons: many("ReasonAsText", clinicalShapes(clinicalStyle1(uri)).reason),
  } as const;
}

function fieldsAfter(uri: string) {
  const comment = sequence(uri, {
    heading: one("Heading", cs),
    text: one("TextResultValue", text),
    codes: some("CodedComment", cv),
  });
  return { comments: many("Comment", comment) } as const;
}

function messageShape<T>(uri: string, service: Codec<T>) {
  return sequence(uri, {
    type: orEmpty("Type", cs, NO_CODE),
    messageVersion: optional("MsgVersion", text),
    version: one("MIGversion", text),
    generatedAt: one("GenDate", ts),
    messageId: one("MsgId", text),
    status: optional("Status", cs),
    service: one("ServReq", service),
  });
}

export const message10 = messageShape(
  HENVISNING_1_0,
  sequence(HENVISNING_1_0, {
    ...BEFORE,
    patient: one("Patient", patient10),
    ...fieldsBetween(HENVISNING_1_0, attachment10),
    diagnoses: some("Diagnosis", clinicalShapes(clinicalStyle1(HENVISNING_1_0)).diagnosis),
    request: orEmpty("ReqServ", requestShape(HENVISNING_1_0), NO_REQUEST),
    ...fieldsAfter(HENVISNING_1_0),
  }),
);

export const message11 = messageShape(
  HENVISNING_1_1,
  sequence(HENVISNING_1_1, {
    ...BEFORE,
    patient: one("Patient", patient11),
    ...fieldsBetween(HENVISNING_1_1, attachment11),
    diagnoses: many("Diagnosis", clinicalShapes(clinicalStyle1(HENVISNING_1_1)).diagnosis),
    request: one("ReqServ", requestShape(HENVISNING_1_1)),
    ...fieldsAfter(HENVISNING_1_1),
  }),
);
