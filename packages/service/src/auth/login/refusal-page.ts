// Knows the page that says why a login did not let somebody in, and what to do about it.
import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import type { RefusalReason } from "../refusal.ts";

type Why = RefusalReason | "unavailable";

interface Words {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const NOT_DONE: Words = {
  status: 401,
  title: "Innloggingen ble ikke fullført",
  text: "Det kan skje når den tar lang tid, eller når siden åpnes fra et bokmerke. Prøv én gang til.",
};

const WORDS: Readonly<Partial<Record<Why, Words>>> = {
  "no-role": {
    status: 403,
    title: "Du har ingen rolle her",
    text: "Innloggingen gikk bra, men virksomheten har ikke gitt deg tilgang til Rettvei. Den som styrer tilganger hos dere, trenger koden nedenfor.",
  },
  "level-too-low": {
    status: 403,
    title: "Innloggingen er ikke sikker nok",
    text: "Rettvei krever innlogging på det høyeste sikkerhetsnivået (nivå 4). Logg inn på nytt med en slik elektronisk ID.",
  },
  unavailable: {
    status: 503,
    title: "Innlogging er ikke mulig nå",
    text: "Innloggingstjenesten svarer ikke. Prøv igjen om litt. Går det ikke over, kontakt dem som drifter Rettvei hos dere.",
  },
};

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 38rem; margin: 4rem auto; padding: 0 1rem; }
code { padding: 0.1em 0.3em; border: 1px solid; border-radius: 0.25em; overflow-wrap: anywhere; }
a { display: inline-block; padding: 0.5em 0; }
`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`;

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

function pageOf({ title, text }: Words, subject: string | undefined): string {
  const code = subject === undefined ? "" : `<p>Din kode: <code>${safe(subject)}</code></p>`;
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Rettvei</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${code}<p><a href="/login">Logg inn på nytt</a></p></main></body>
</html>`;
}

/** Sends the page. The subject is the issuer's word for the person, which says nothing to anybody else. */
export function sendRefusalPage(reply: FastifyReply, why: Why, subject?: string): void {
  const words = WORDS[why] ?? NOT_DONE;
  reply.code(words.status).headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
  });
  reply.send(pageOf(words, subject));
}
