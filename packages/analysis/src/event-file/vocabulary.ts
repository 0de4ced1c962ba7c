// Knows what an event file may say: the names that the definitions give.
import type { CalendarDate } from "@rettvei/engine";

/** What a joined code (`D11CP`) stands for. */
export interface CodedEvent {
  readonly pathway: string;
  readonly event: string;
  readonly outcome: string | undefined;
}

export interface EventFileVocabulary {
  readonly pathways: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Pathway ids that `condition` may name. */
  readonly conditions: ReadonlySet<string>;
  /** Undefined if the text is no code of an event. */
  readonly decode: (code: string) => CodedEvent | undefined;
  /** Date in the reporting zone of an instant in milliseconds since 1970. */
  readonly dateOf: (millis: number) => CalendarDate;
}
