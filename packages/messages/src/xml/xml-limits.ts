// Knows how much of a message is read at most. The limits are ours; no standard names any.

export interface XmlLimits {
  /** Size of the message in bytes. */
  readonly bytes: number;
  /** Lines, and references as `&amp;`: each costs far more to read than the text around it. */
  readonly lines: number;
  readonly references: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
  /** Attributes of one element, declarations of namespaces included. */
  readonly attributes: number;
  /** Characters of one attribute's value, or of one name. */
  readonly attributeLength: number;
}

/** Room for attachments of many megabytes in lines of 76; the national messages are some ten elements deep. */
export const DEFAULT_LIMITS: XmlLimits = {
  bytes: 20 * 1024 * 1024,
  lines: 400_000,
  references: 100_000,
  depth: 64,
  elements: 50_000,
  attributes: 32,
  attributeLength: 65_536,
};
