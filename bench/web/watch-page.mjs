// Knows what a browser tells of a page: what was sent for it, when it was painted, how soon it answered.

/** Bytes of scripts as they were sent, compressed, from now on. */
export async function watchScripts(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** Runs in the page before anything else: notes when the first match of the selector was painted, and slow answers. */
export function noting(selector) {
  window.measured = { painted: undefined, slowest: 0 };
  const seen = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    seen.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.measured.painted = performance.now();
      }),
    );
  });
  seen.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.measured.slowest = Math.max(window.measured.slowest, duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}
