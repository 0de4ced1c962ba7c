// Knows the route by which receivers tell that a message arrived, was read, or is refused.

import { nothingThere } from "../../access/acting.ts";
import { asSystem } from "../../access/as-system.ts";
import { receiveReceipt } from "../../outbox/receive-receipt.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { NewReceiptSchema, ReceivedReceiptSchema } from "../schemas/messages.ts";

export function addReceiptRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/receipts",
    summary: "Tell that a message arrived, was read, or is refused",
    description:
      "For receivers without national receipts. A receipt counts once by its id, however often it comes.",
    tag: "messages",
    body: NewReceiptSchema,
    answer: ReceivedReceiptSchema,
    changes: false,
    write: async ({ store, client, actor, body }) => {
      const receipt = { ...body, reasons: body.reasons ?? [] };
      const received = await asSystem(client, () =>
        receiveReceipt({ store, client, actor }, receipt),
      );
      if (received === undefined) throw nothingThere();
      const { state, known, version, patientId } = received;
      const { messageId } = body;
      return {
        body: { messageId, state, known },
        version,
        patientIds: patientId === null ? [] : [patientId],
      };
    },
  });
}
