// Knows how a tree becomes XML text: declared namespaces, escaped text and attributes, nothing else.
import type { XmlTree } from "./xml-tree.ts";

/** Prefix of each namespace; "" makes it the default one. */
export type Prefixes = Readonly<Record<string, string>>;

const TEXT: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "&#13;",
};
const ATTRIBUTE: Readonly<Record<string, string>> = {
  ...TEXT,
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT[character] ?? "");
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\r\t\n]/g, (character) => ATTRIBUTE[character] ?? "");
}

/**
 * Writes a tree as XML 1.0 in UTF-8. Elements stand on lines of their own, text exactly as given.
 * Characters that XML cannot hold are not looked for here: whoever writes reads back what was written.
 */
export function writeXml(root: XmlTree, prefixes: Prefixes): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const declarations = [...namespacesOf(root, new Set())].map((uri): [string, string] => {
    const prefix = prefixOf(uri, prefixes);
    return [prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri];
  });
  writeElement(root, prefixes, declarations, "", lines);
  return `${lines.join("\n")}\n`;
}

function prefixOf(uri: string, prefixes: Prefixes): string {
  const prefix = prefixes[uri];
  if (prefix === undefined) throw new Error(`xml writer: expected a prefix for ${uri}, got none`);
  return prefix;
}

function namespacesOf(tree: XmlTree, found: Set<string>): Set<string> {
  found.add(tree.tag.uri);
  for (const child of tree.children ?? []) namespacesOf(child, found);
  return found;
}

function writeElement(
  tree: XmlTree,
  prefixes: Prefixes,
  declarations: readonly (readonly [string, string])[],
  indent: string,
  lines: string[],
): void {
  const prefix = prefixOf(tree.tag.uri, prefixes);
  const tag = prefix === "" ? tree.tag.name : `${prefix}:${tree.tag.name}`;
  const attributes = [...declarations, ...(tree.attributes ?? [])]
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
  const children = tree.children ?? [];
  if (children.length > 0) {
    lines.push(`${indent}<${tag}${attributes}>`);
    for (const child of children) writeElement(child, prefixes, [], `${indent}  `, lines);
    lines.push(`${indent}</${tag}>`);
  } else if (tree.text !== undefined && tree.text !== "") {
    lines.push(`${indent}<${tag}${attributes}>${escapeText(tree.text)}</${tag}>`);
  } else lines.push(`${indent}<${tag}${attributes}/>`);
}
