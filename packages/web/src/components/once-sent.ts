// Knows what stays in a field once what stood in it is sent: what was written meanwhile.
export const onceSent =
  (sent: string) =>
  (now: string): string =>
    now === sent ? "" : now;
