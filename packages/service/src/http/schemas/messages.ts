// Knows the shapes of messages to others as people see them, of receipts, and of the address book.
import { type Static, Type } from "typebox";
import { AddressSchema } from "../../outbox/addresses/address.ts";
import { CHANNELS, GIVEN_UP, PURPOSES, RECIPIENTS, TROUBLES } from "../../outbox/message-facts.ts";
import { MESSAGE_STATES } from "../../outbox/message-matter.ts";
import { DateSchema, IdSchema, oneOf, orNull, PatientSchema } from "./basics.ts";
import { namedSchema } from "./named.ts";

const MessageSchema = namedSchema(
  "Message",
  Type.Object(
    {
      messageId: Type.String(),
      state: oneOf(MESSAGE_STATES),
      purpose: oneOf(PURPOSES),
      channel: oneOf(CHANNELS),
      to: Type.Object({ kind: oneOf(RECIPIENTS), name: Type.String() }),
      patient: orNull(PatientSchema),
      courseId: orNull(Type.String()),
      personId: orNull(Type.String({ description: "Who of the unit has it." })),
      dueOn: DateSchema,
      overdue: Type.Boolean({ description: "Open past its due date." }),
      writtenAt: Type.String({ format: "date-time" }),
      lastToldAt: Type.String({ format: "date-time" }),
      trouble: orNull(
        Type.Object(
          { why: orNull(oneOf(TROUBLES)), detail: Type.String() },
          {
            description: "What last went wrong; null where nothing has.",
          },
        ),
      ),
      version: Type.Integer({ description: "For If-Match of a change." }),
    },
    {
      description:
        "A message to somebody outside. `sent` is handed over; only a receipt makes it `delivered` or `read`.",
    },
  ),
);
export type MessageView = Static<typeof MessageSchema>;

export const MessageListQuerySchema = Type.Object(
  {
    state: Type.Optional(oneOf(MESSAGE_STATES)),
    overdue: Type.Optional(Type.Boolean({ description: "Only those past their due date." })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 400, description: "`next` of the page before." }),
    ),
  },
  { additionalProperties: false },
);

export const MessageListSchema = Type.Object({
  asOf: DateSchema,
  counts: Type.Object({
    written: Type.Integer(),
    sent: Type.Integer(),
    failed: Type.Integer(),
    overdue: Type.Integer({ description: "Open past their due date, of all states." }),
  }),
  messages: Type.Array(MessageSchema),
  next: orNull(Type.String()),
});

export const ChangedMessageSchema = Type.Object({
  messageId: Type.String(),
  state: oneOf(MESSAGE_STATES),
});

/** Of a change that needs no words. */
export const NothingSchema = Type.Object({}, { additionalProperties: false, examples: [{}] });

export const GiveUpSchema = Type.Object(
  {
    reason: oneOf(GIVEN_UP.filter((reason) => reason !== "patient-wants-none")),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
  },
  { additionalProperties: false, examples: [{ reason: "told-by-telephone" }] },
);

export const NewReceiptSchema = Type.Object(
  {
    receiptId: IdSchema,
    messageId: IdSchema,
    says: oneOf(["delivered", "read", "refused"]),
    reasons: Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 })),
  },
  {
    additionalProperties: false,
    examples: [
      {
        receiptId: "0d6c1f9e-6a53-4c40-9d8e-2d1d8d4f0c11",
        messageId: "6f0d0a52-0c1e-4a53-8f0e-3a4b53b1c001",
        says: "read",
      },
    ],
  },
);

export const ReceivedReceiptSchema = Type.Object({
  messageId: Type.String(),
  state: oneOf(MESSAGE_STATES),
  known: Type.Boolean({ description: "It had come before, and counted then." }),
});

export const AddressesSchema = Type.Object({ addresses: Type.Array(AddressSchema) });
export const ToldAddressSchema = Type.Object({
  address: AddressSchema,
  released: Type.Integer({ description: "Messages that had waited for it and are sent now." }),
});
