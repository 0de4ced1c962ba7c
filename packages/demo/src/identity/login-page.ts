// Knows the page on which one chooses who to be: plain HTML that needs no script, in Bokmål.
import { createHash } from "node:crypto";
import type { Persona } from "./persona.ts";

/** A unit to choose personas of; its group is a heading in the list. */
export interface PlaceOfWork {
  readonly unitId: string;
  readonly name: string;
  readonly group: string;
}

const STYLE = `
:root { color-scheme: light; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b2a2e; background: #fff; }
body { margin: 0; }
main { max-width: 48rem; margin: 2rem auto; padding: 0 1rem 3rem; }
.note { padding: 0.75rem 1rem; border-left: 0.3rem solid #b3541e; background: #fdf3ec; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
button, select { font: inherit; color: inherit; border: 1px solid #4a6b73; border-radius: 0.3rem; background: #fff; padding: 0.5rem 0.75rem; max-width: 100%; }
button { cursor: pointer; } li button { width: 100%; text-align: left; }
button:hover { background: #e8f2f4; }
button:focus-visible, select:focus-visible { outline: 3px solid #0b5563; outline-offset: 2px; }
strong, small { display: block; } small { color: #3d5258; font-size: 0.9375rem; }
`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

function personaItem({ subject, name, title }: Persona): string {
  return `<li><button name="subject" value="${safe(subject)}"><strong>${safe(title)}</strong><small>${safe(name)}</small></button></li>`;
}

function personaSection(title: string, personas: readonly Persona[], action: string): string {
  return `<section aria-labelledby="${safe(action)}-${personas.length}"><h2 id="${safe(action)}-${personas.length}">${safe(title)}</h2>
<form method="post" action="${safe(action)}"><ul>${personas.map(personaItem).join("\n")}</ul></form></section>`;
}

function unitChoice(places: readonly PlaceOfWork[], chosen: string | undefined): string {
  const groups = [...new Set(places.map(({ group }) => group))].map((group) => {
    const options = places
      .filter((place) => place.group === group)
      .map(({ unitId, name }) => {
        const selected = unitId === chosen ? " selected" : "";
        return `<option value="${safe(unitId)}"${selected}>${safe(name)}</option>`;
      });
    return `<optgroup label="${safe(group)}">${options.join("")}</optgroup>`;
  });
  return `<form method="get"><label for="unit">Enhet</label>
<p><select id="unit" name="unit">${groups.join("")}</select> <button>Vis personene ved enheten</button></p></form>`;
}

export interface LoginPage {
  readonly html: string;
  readonly policy: string;
}

export interface Choice {
  readonly places: readonly PlaceOfWork[];
  readonly personas: readonly Persona[];
  /** Unit whose personas are shown; the first unless told. */
  readonly unitId: string | undefined;
  /** Where the choice is sent to. */
  readonly action: string;
  /** Origin to which the browser is sent on then. */
  readonly client: string;
}

/** The page, and the policy that lets it do nothing else. */
export function loginPage({ places, personas, unitId, action, client }: Choice): LoginPage {
  const chosen = places.find((place) => place.unitId === unitId) ?? places[0];
  const atUnit = personas.filter((persona) => persona.unitId === (chosen?.unitId ?? ""));
  const others = personas.filter((persona) => persona.unitId === null);
  const units =
    chosen === undefined
      ? ""
      : `<h2>Ved en enhet</h2>${unitChoice(places, chosen.unitId)}${personaSection(chosen.name, atUnit, action)}`;
  const html = `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Testinnlogging – Rettvei</title><style>${STYLE}</style></head>
<body><main>
<h1>Testinnlogging</h1>
<p class="note">Ingen av personene her finnes. Hvem som helst kan velge hvem som helst, så denne innloggingen virker bare på denne maskinen og aldri i drift.</p>
${units}
${personaSection("Uten egen enhet", others, action)}
</main></body>
</html>`;
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${client}; base-uri 'none'; frame-ancestors 'none'`;
  return { html, policy };
}
