// Knows how the library behind the test login is loaded: only when it is wanted, and without its remark on old Nodes.

const REMARK = "oidc-provider WARNING: Unsupported runtime";

/** The library asks for Node 22; what the test login uses of it is tested on the oldest Node that we support. */
export async function loadProvider(): Promise<typeof import("oidc-provider")> {
  const { warn } = console;
  console.warn = (...words: readonly unknown[]) => {
    if (!String(words[0]).includes(REMARK)) warn(...words);
  };
  try {
    return await import("oidc-provider");
  } finally {
    console.warn = warn;
  }
}
