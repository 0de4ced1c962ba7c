// Knows the tree a message is written from.

export interface XmlName {
  readonly uri: string;
  readonly name: string;
}

export interface XmlContent {
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly XmlTree[];
  /** Text of an element without children. */
  readonly text?: string;
}

export interface XmlTree extends XmlContent {
  readonly tag: XmlName;
}
