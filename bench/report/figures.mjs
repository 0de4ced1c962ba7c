// Knows how figures are written: whole numbers with thousands apart, ratios and seconds to what they are worth.

export function count(value) {
  return Math.round(value).toLocaleString("en-US");
}

function digits(value) {
  if (value >= 100) return 0;
  return value >= 10 ? 1 : 2;
}

/** To three figures: more no measurement is worth. */
export function ratio(value) {
  const rounded = Number(value.toPrecision(3));
  return `${rounded >= 1_000 ? count(rounded) : rounded} ×`;
}

export function seconds(value) {
  return `${value.toFixed(digits(value))} s`;
}

export function milliseconds(value) {
  return `${value.toFixed(digits(value))} ms`;
}

export function megabytes(bytes) {
  return `${count(bytes / 1_048_576)} MB`;
}

export function percent(part) {
  return `${(part * 100).toFixed(1)} %`;
}
