// Knows how a message is shown on a unit's list: whom it is for, where it stands, what went wrong; never what it says.
import type { CalendarDate } from "@rettvei/engine";
import type { MessageRow } from "../../outbox/list-messages.ts";
import type { Trouble } from "../../outbox/message-facts.ts";
import { isOpen } from "../../outbox/message-matter.ts";
import type { MessageView } from "../schemas/messages.ts";

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function troubleOf({ state, trouble_kind: kind, trouble }: MessageRow): MessageView["trouble"] {
  if (trouble === null || !isOpen(state)) return null;
  switch (kind) {
    case "message-waiting":
      return { why: trouble.why as Trouble, detail: "" };
    case "message-failed":
      return { why: trouble.why as Trouble, detail: text(trouble.detail) };
    case "message-receipt": {
      const reasons = Array.isArray(trouble.reasons) ? trouble.reasons : [];
      return { why: "refused-by-receiver", detail: reasons.join("; ") };
    }
    default:
      return {
        why: null,
        detail: `attempt ${Number(trouble.attempt)} of ${Number(trouble.of)}: ${text(trouble.why)}`,
      };
  }
}

export function messageView(row: MessageRow, asOf: CalendarDate): MessageView {
  const { purpose, channel, to } = row.written;
  const { patient_id: patientId, patient_name: name, birth_year: birthYear } = row;
  return {
    messageId: row.matter_id,
    state: row.state,
    purpose,
    channel,
    to: { kind: to.kind, name: to.name },
    patient: patientId === null ? null : { patientId, name, birthYear },
    courseId: row.course_id,
    personId: row.person_id,
    dueOn: row.due_on,
    overdue: isOpen(row.state) && row.due_on < asOf,
    writtenAt: row.written_at.toISOString(),
    lastToldAt: row.last_at.toISOString(),
    trouble: troubleOf(row),
    version: Number(row.last_seq),
  };
}
