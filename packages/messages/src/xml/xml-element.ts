// Knows the tree a message is read into: elements by namespace and local name, with where they begin.

export interface XmlAttribute {
  /** Namespace of the name; "" where the name has no prefix. */
  readonly uri: string;
  readonly name: string;
  readonly value: string;
}

export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  /** Without declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[];
  /** Elements and runs of text in order; comments are gone. */
  readonly children: readonly (XmlElement | string)[];
  readonly parent: XmlElement | undefined;
  /** Where its `<` stands: index into the text it was read from. */
  readonly offset: number;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** What was read; a problem's line and column are counted in it. */
  readonly text: string;
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== "string";
}

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(isElement);
}

/** The text directly inside an element, in one piece. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => !isElement(child)).join("");
}

/**
 * Path of an element from the root: `/MsgHead/Document[2]/RefDoc`.
 * A number is given where the parent holds several elements of that name.
 */
export function pathOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
    steps.unshift(stepOf(at));
  return `/${steps.join("/")}`;
}

/** Counts by hand: a hostile message may have a hundred thousand siblings. */
function stepOf(element: XmlElement): string {
  let alike = 0;
  let position = 0;
  for (const other of element.parent?.children ?? []) {
    if (!isElement(other) || other.name !== element.name) continue;
    alike += 1;
    if (other === element) position = alike;
  }
  return alike <= 1 ? element.name : `${element.name}[${position}]`;
}
