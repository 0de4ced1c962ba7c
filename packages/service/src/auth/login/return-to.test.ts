// Proves that nobody is sent off the service after login, whatever is asked for.
import { describe, expect, it } from "vitest";
import { returnToOf } from "./return-to.ts";

const ORIGIN = "https://rettvei.example";

const HOSTS = [
  "evil.example",
  "rettvei.example.evil.example",
  "rettvei.example@evil.example",
  "0x7f000001",
  "[::1]",
];
const STARTS = [
  ...[
    "//",
    "///",
    "////",
    "/\\",
    "\\\\",
    "\\/",
    "/\\/",
    "\\",
    "/%09/",
    "/\t/",
    "/\n/",
    "/\r//",
    "/ /",
    "/.//",
    "/..//",
  ],
  ...[
    "/%2f",
    "/%5c",
    "%2f%2f",
    "%5c%5c",
    "/;//",
    "/?//",
    "/#//",
    "http:",
    "http:/",
    "http://",
    "https:",
    "https:/",
  ],
  ...[
    "https://",
    "HTTPS://",
    "hTTps:\\\\",
    "javascript://",
    "JAVASCRIPT:alert(1)//",
    "java\nscript:alert(1)//",
  ],
  ...[
    "data:text/html,",
    "vbscript:",
    "blob:",
    "file:///",
    "ftp://",
    "ws://",
    "//%0d%0a",
    "/%0d%0aLocation:http://",
  ],
  ...[
    "\u0000//",
    "\u0001http://",
    " //",
    "\t//",
    "\u00a0//",
    "\u2028//",
    "／／",
    "/／",
    "。",
    "//\u202e",
    "/\u0085/",
  ],
  ...[
    "/x/../..//",
    "/./\\",
    "/a//",
    "//user:pass@",
    "/../\\\\",
    "/\\\t\\",
    "/\\\\/",
    "\\\t//",
    "/\u007f/",
    "/%00//",
  ],
];
const ENDS = ["", "/", "/path?q=1"];
const PAYLOADS: readonly unknown[] = [
  ...STARTS.flatMap((start) => HOSTS.flatMap((host) => ENDS.map((end) => `${start}${host}${end}`))),
  ...[
    undefined,
    null,
    1,
    {},
    [],
    ["/units"],
    "",
    "units",
    "?x",
    "#x",
    `/${"a".repeat(600)}`,
    "/login",
    "/logout",
  ],
  ...[
    "/api/session",
    "/login/callback?code=1",
    "/login/../login",
    "/x/../api/units",
    "/%6cogin/../login",
  ],
];

/** Where a browser on our page would go. */
function goesTo(returnTo: string): URL {
  return new URL(returnTo, `${ORIGIN}/login/callback`);
}

describe("the page after login", () => {
  it("is ours for every one of more than 500 addresses that try to lead elsewhere", () => {
    expect(PAYLOADS.length).toBeGreaterThan(500);
    const astray = PAYLOADS.filter((asked) => {
      const returnTo = returnToOf(asked, ORIGIN);
      const { origin, pathname } = goesTo(returnTo);
      const isPage = !["/login", "/logout", "/api"].some((no) => pathname.startsWith(no));
      return origin !== ORIGIN || !returnTo.startsWith("/") || returnTo.startsWith("//") || !isPage;
    });
    expect(astray).toEqual([]);
  });

  it.each([
    "/",
    "/units",
    "/units/u1?group=undated",
    "/courses/p%C3%A5%201",
    "/courses/a:b@c",
  ])("is the one that was asked for, where it is ours: %s", (asked) => {
    expect(returnToOf(asked, ORIGIN)).toBe(asked);
  });
});
