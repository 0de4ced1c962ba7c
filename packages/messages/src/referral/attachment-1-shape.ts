// Knows the documents and bookings that Henvisning 1.0 and 1.1 refer to.
import type { Attachment, Booking, BookingUnit } from "../parts/envelope.ts";
import { type Codec, lazy, mapped, orNothing } from "../shape/codec.ts";
import { one, optional } from "../shape/fields.ts";
import { cs, ts } from "../shape/kith-types.ts";
import { address, base64, integer, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { BASE64, HENVISNING_1_0, HENVISNING_1_1 } from "../xml/namespaces.ts";

const unit: Codec<BookingUnit> = orNothing<BookingUnit>(
  sequence(HENVISNING_1_0, {
    name: one("Name", text),
    id: one("Id", text),
    typeId: optional("TypeId", text),
    unit: optional(
      "SubOrg",
      lazy((): Codec<BookingUnit> => unit),
    ),
  }),
  {},
);

const appointment = sequence(HENVISNING_1_0, {
  from: one("StartDateTime", ts),
  to: one("EndDateTime", ts),
  resourceId: one("ResourceId", text),
  index: one("Index", integer),
  service: one("Service", cs),
});

const booking: Codec<Booking> = sequence(HENVISNING_1_0, {
  name: one("Name", text),
  id: one("Id", text),
  typeId: optional("TypeId", text),
  appointment: one("Appointment", appointment),
  unit: optional("SubOrg", unit),
});

/** A document referred to by a 1.0 referral; there are no files in it. */
export const attachment10: Codec<Attachment> = sequence(HENVISNING_1_0, {
  issuedAt: optional("IssueDate", ts),
  type: one("MsgType", cs),
  id: optional("Id", text),
  booking: optional("Booking", booking),
});

const content11 = sequence(HENVISNING_1_1, { base64: optional("Base64Container", base64, BASE64) });

/** A document of a 1.1 referral, perhaps with the file. */
export const attachment11: Codec<Attachment> = mapped(
  sequence(
    HENVISNING_1_1,
    {
      issuedAt: optional("IssueDate", ts),
      type: one("MsgType", cs),
      id: optional("Id", text),
      mimeType: optional("MimeType", text),
      description: optional("Description", text),
      compression: optional("Compression", cs),
      fileReference: optional("FileReference", address),
      content: optional("Content", content11),
    },
    [{ of: ["fileReference", "content"], mustBe: false }],
  ),
  ({ content, ...own }): Attachment => ({ ...own, ...content }),
  (file) => ({ ...file, content: file.base64 === undefined ? undefined : { base64: file.base64 } }),
);
