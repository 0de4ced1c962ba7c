// Knows the words of a course's own page that no other screen shares.
import { screenTexts } from "../../i18n/screen-texts.ts";

export const courseTexts = screenTexts({
  nb: {
    title: "Forløp",
    overview: "Oversikt",
    tabs: "Deler av forløpet",
    turns: (age: number) => `fyller ${age} i år`,
    people: "Hvem har ansvar",
    nobody: "ingen ennå",
    roles: {
      coordinator: "Forløpskoordinator",
      practitioner: "Behandler",
      "ip-coordinator": "IP-koordinator",
      "municipal-contact": "Kontakt i kommunen",
    },
  },
  nn: {
    title: "Forløp",
    overview: "Oversyn",
    tabs: "Delar av forløpet",
    turns: (age: number) => `fyller ${age} i år`,
    people: "Kven har ansvar",
    nobody: "ingen enno",
    roles: {
      coordinator: "Forløpskoordinator",
      practitioner: "Behandlar",
      "ip-coordinator": "IP-koordinator",
      "municipal-contact": "Kontakt i kommunen",
    },
  },
  en: {
    title: "Course",
    overview: "Overview",
    tabs: "Parts of the course",
    turns: (age: number) => `turns ${age} this year`,
    people: "Who is responsible",
    nobody: "nobody yet",
    roles: {
      coordinator: "Pathway coordinator",
      practitioner: "Practitioner",
      "ip-coordinator": "Coordinator of the individual plan",
      "municipal-contact": "Contact in the municipality",
    },
  },
});
