// Knows what every message says of itself: number, kind, time, from whom, to whom, in answer to what.
import type { Code } from "../shape/kith-types.ts";
import type { Party, Person } from "./contact.ts";

/** Earlier messages of the same conversation, by their message ids. */
export interface Conversation {
  readonly parent: string;
  readonly conversation: string;
}

/** What a copy receiver gets, and how. */
export interface Delivery {
  readonly messageType: Code;
  readonly wanted?: Code;
  readonly actual?: Code;
}

export interface OtherReceiver {
  readonly party: Party;
  readonly patient?: Person;
  readonly person?: Person;
  readonly deliveries: readonly Delivery[];
}

export interface Envelope {
  readonly messageId: string;
  /** Code system 8279; empty where a 1.x message does not say. */
  readonly type: Code;
  /** As the standard fixes it, or as a 1.x message has it. */
  readonly version: string;
  readonly messageVersion?: string;
  /** As written; without zone it is Norwegian time. */
  readonly generatedAt: string;
  /** Test message or not, code system 8323. */
  readonly status?: Code;
  readonly requestedPriority?: Code;
  readonly acknowledgement?: Code;
  readonly conversation?: Conversation;
  readonly sender: Party;
  readonly receiver: Party;
  readonly otherReceivers: readonly OtherReceiver[];
  /** It came with an XML signature, which is neither checked nor kept here. */
  readonly signed: boolean;
}

/** What stands around a document in a message. */
export interface DocumentNotes {
  readonly connection?: Code;
  readonly contentType?: Code;
  readonly contentDescription?: string;
  readonly contentCategory?: Code;
  readonly consent?: Code;
  readonly annotation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly oidRef?: string;
  readonly enquiryRefId?: string;
  readonly issuedAt?: string;
  readonly type: Code;
  readonly id?: string;
  readonly mimeType?: string;
  readonly description?: string;
  readonly compression?: Code;
}

/** An appointment that a 1.0 referral refers to. */
export interface Booking {
  readonly name: string;
  readonly id: string;
  readonly typeId?: string;
  readonly appointment: {
    readonly from: string;
    readonly to: string;
    readonly resourceId: string;
    readonly index: string;
    readonly service: Code;
  };
  readonly unit?: BookingUnit;
}

export interface BookingUnit {
  readonly name?: string;
  readonly id?: string;
  readonly typeId?: string;
  readonly unit?: BookingUnit;
}

export interface Attachment extends DocumentNotes {
  /** Where the file is to be found; never followed. */
  readonly fileReference?: string;
  /** The file itself in base64, as it was written. */
  readonly base64?: string;
  readonly booking?: Booking;
}
