// Knows which texts may be an address (URI): lenient in characters, strict in what makes it unreadable.

/** `tel:`, `mailto:`, `https:` and the like, or a relative one; spaces and letters of any language are let through. */
export function isAddress(value: string): boolean {
  const badCharacter = /\p{Cc}|[[\]]|%(?![0-9A-Fa-f]{2})/u.test(value);
  const fragments = value.split("#").length - 1;
  return !badCharacter && fragments <= 1 && hasGoodScheme(value) && hasGoodPort(value);
}

/** A colon before the first slash ends a scheme, which begins with a letter. */
function hasGoodScheme(value: string): boolean {
  const first = value.split(/[/?#]/)[0] ?? "";
  return !first.includes(":") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(first);
}

function hasGoodPort(value: string): boolean {
  const authority = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/([^/?#]*)/.exec(value)?.[1];
  const host = authority?.slice(authority.lastIndexOf("@") + 1) ?? "";
  return !host.includes(":") || /:\d{0,5}$/.test(host);
}
