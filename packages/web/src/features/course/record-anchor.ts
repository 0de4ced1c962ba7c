// Knows where on the page a record stands.
export function recordAnchor(recordId: string): string {
  return `record-${recordId}`;
}
