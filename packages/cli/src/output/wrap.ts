// Knows how a text is broken into lines that are no wider than a given width.

/** Places after which a text may break, best first: a blank, then the joints of ids and names. */
const BREAKS = [/\s/g, /[-./,]/g] as const;

/** How many characters of a text too long for the width go on its first line. */
function firstLine(text: string, width: number): number {
  for (const places of BREAKS) {
    const ends = [...text.slice(0, width + 1).matchAll(places)].map(({ index }) => index + 1);
    // A blank at the very end takes no room: it is trimmed away.
    const last = ends.findLast((end) => text.slice(0, end).trimEnd().length <= width);
    if (last !== undefined) return last;
  }
  return width;
}

/** The text in lines; one empty line if it is empty. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const end = firstLine(rest, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" && lines.length > 0 ? lines : [...lines, rest];
}

/** The line in lines that keep its indent; further ones stand two columns in, as under a bullet. */
export function wrapIndented(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...others] = wrap(line.trimStart(), Math.max(1, width - indent.length - 2));
  return [indent + first, ...others.map((other) => `${indent}  ${other}`)];
}
