// Knows how a report is shown: as Markdown, its columns padded so that it reads well at a terminal too.

function padded(rows) {
  const widths = rows[0].map((_, at) => Math.max(3, ...rows.map((row) => row[at].length)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at])));
}

function table(columns, rows) {
  const [head, ...body] = padded([columns, ...rows]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((cell) => "-".repeat(cell.length + 2)).join("|")}|`;
  return [line(head), rule, ...body.map(line)].join("\n");
}

function targetsTable(targets) {
  const rows = targets.map(({ reach, measured, held }) => [reach, measured, held ? "yes" : "no"]);
  return table(["reach", "measured", "held"], rows);
}

/** One measurement: on what it was made, what was measured, the figures, and which aims they hold. */
export function measurementText({ title, setting, columns, rows, targets }, { machine, load }) {
  const told = [...setting, ...machine, `load average when it began: ${load}`];
  const parts = [
    `### ${title}`,
    told.map((line) => `- ${line}`).join("\n"),
    table(columns, rows),
    ...(targets.length > 0 ? [targetsTable(targets)] : []),
  ];
  return parts.join("\n\n");
}
