// Knows the stories of grown-ups in mental health care who have begun: with plans, evaluations, transfers and ends.
import { answeredReferrer, askedUnit } from "./acts/asking.ts";
import {
  closed,
  closingBegun,
  followUpConfirmed,
  followUpMade,
  offeredTo,
  summarySent,
} from "./acts/ending.ts";
import { actedFor, askedWhy, openedBy } from "./acts/looking-after.ts";
import { given, granted, referred, registered } from "./acts/referring.ts";
import {
  addedToPlan,
  answeredBefore,
  confirmedProposals,
  crisisPlan,
  held,
  planned,
  replanned,
  said,
} from "./acts/treating.ts";
import { ADULTS_WAITING } from "./adults-waiting.ts";
import type { Story, StoryPatient } from "./story.ts";
import { ADDICTION, ADULTS, neighbourOf } from "./story-units.ts";

const OUTPATIENT = { careLevel: "poliklinikk" } as const;
const TREATMENT = { outcome: "treatment-phv" } as const;
const CLOSE = "relative-000000002";
const RELATIVE = "relative-000000000";

function patient(
  name: string,
  sex: StoryPatient["sex"],
  age: number,
  unitId = ADULTS,
): StoryPatient {
  return { name, sex, age, unitId, pathway: "phv-voksne" };
}

const FIRST_PLAN = {
  own: ["Jeg vil spise middag sammen med familien."],
  goals: ["Tre måltider hver dag innen jul."],
  measures: [
    ["Samtaler", "Behandler", "Hver uke"],
    ["Veiing og blodprøver", "Fastlege", "Annenhver uke"],
  ],
} as const;

/** What a person with a plan, goals of her own and an evaluation to come has to see. */
const MAIN: Story = {
  patient: patient("Testine Prøvesen", "female", 34),
  lines: [
    [
      78,
      referred({
        urgency: "soon",
        symptoms: "Spiser lite, er mye redd for å legge på seg.",
        own: "Jeg vil ha kreftene tilbake.",
      }),
    ],
    [73, granted({ within: 40, condition: "spiseforstyrrelser", severity: "less-serious" })],
    [70, given("coordinator", "practitioner")],
    [52, registered("first-attendance", OUTPATIENT)],
    [24, registered("clinical-decision", TREATMENT)],
    [23, planned({ ...FIRST_PLAN, evaluationIn: 27 })],
    [22, confirmedProposals],
    [
      21,
      crisisPlan([
        ["Ringe noen når det blir for mye", "Jeg selv, så Prøvelia DPS", "Når som helst"],
      ]),
    ],
    [20, actedFor("consent", CLOSE, "Støtte i hverdagen")],
    [12, askedUnit("Blodprøvene er fine. Skal jeg fortsette med dem annenhver uke?")],
    [11, answeredReferrer("Ja takk, til vi har evaluert. Ring oss om kaliumet faller.")],
    [
      9,
      replanned(
        {
          ...FIRST_PLAN,
          measures: [
            ...FIRST_PLAN.measures,
            ["Måltidsstøtte hjemme", "Hjemmeteamet", "Tirsdag og torsdag"],
          ],
          evaluationIn: 13,
        },
        "Måltidsstøtte hjemme kom til.",
      ),
    ],
    [7, addedToPlan("Jeg vil på hytta i påsken uten å grue meg.", true)],
    [4, openedBy(`practitioner-${ADDICTION}`, "Ringte legevakta i natt, og jeg hadde vakt.")],
    [3, askedWhy("Jeg kjenner ikke denne personen. Hvorfor var hun inne i journalen min?")],
    [
      2,
      answeredBefore({
        benefit: "Ja, mest av måltidsstøtten.",
        coping: "Turene med søsteren min hjelper.",
        "measures-done": "Blodprøvene ble glemt én gang.",
      }),
    ],
  ],
};

const NOT_WORKING: Story = {
  patient: patient("Attrappus Kunstigmo", "male", 38),
  lines: [
    [
      120,
      referred({
        symptoms: "Traumer etter en ulykke.",
        own: "Jeg vil sove om natta.",
      }),
    ],
    [112, granted({ within: 40 })],
    [110, given("coordinator", "practitioner")],
    [90, registered("first-attendance", OUTPATIENT)],
    [55, registered("clinical-decision", TREATMENT)],
    [
      54,
      planned({
        own: ["Jeg vil sove om natta."],
        measures: [["Gruppe", "Behandler", "Hver onsdag"]],
        evaluationIn: 70,
      }),
    ],
    [53, confirmedProposals],
    [6, askedUnit("Han sier at gruppa ikke passer. Kan dere ta det opp med ham?")],
    [5, said("not-working", "Gruppa er for stor for meg. Jeg får ikke sagt noe.")],
    [1, said("before-evaluation", "Kan vi snakke om å bytte til samtaler alene?")],
  ],
};

const HELD: Story = {
  patient: patient("Syntetta Utkastnes", "female", 61),
  lines: [
    [
      150,
      referred({
        symptoms: "Nedstemt etter tap av ektefelle.",
        own: "Jeg vil finne en ny hverdag.",
      }),
    ],
    [141, granted({ within: 45 })],
    [140, given("coordinator", "practitioner")],
    [110, registered("first-attendance", OUTPATIENT)],
    [75, registered("clinical-decision", TREATMENT)],
    [
      74,
      planned({
        own: ["Jeg vil treffe noen hver uke."],
        measures: [
          ["Samtaler", "Behandler", "Hver uke"],
          ["Møteplassen", "Kommunen", "Fredager"],
        ],
        evaluationIn: 73,
      }),
    ],
    [73, confirmedProposals],
    [
      4,
      answeredBefore({
        benefit: "Ja. Det hjelper å snakke.",
        "more-treatment": "Jeg vil gå på møteplassen oftere.",
      }),
    ],
    [
      1,
      held({
        summary: "Hun går på møteplassen og sover bedre.",
        changedInPlan: "Samtaler annenhver uke.",
        nextIn: 42,
      }),
    ],
  ],
};

const COMES: Story = {
  patient: patient("Demonius Syntetvik", "male", 29, neighbourOf("dps")),
  lines: [
    [60, referred({ symptoms: "Angst og uro.", own: "Jeg vil bo for meg selv." })],
    [52, granted({ within: 40 })],
    [50, given("coordinator", "practitioner")],
    [30, registered("first-attendance", OUTPATIENT)],
    [9, offeredTo(ADULTS, "Har flyttet til Prøvelia.", "Time hver uke. Har begynt på medisiner.")],
  ],
};

const GOES: Story = {
  patient: patient("Eksemplar Skinnbakken", "male", 33),
  lines: [
    [
      48,
      referred({ symptoms: "Angst, og drikker for å dempe den.", own: "Jeg vil slutte å drikke." }),
    ],
    [40, granted({ within: 50 })],
    [39, given("coordinator")],
    [15, registered("first-attendance", OUTPATIENT)],
    [
      3,
      offeredTo(
        ADDICTION,
        "Trenger rusbehandling først.",
        "Kartlagt hos oss. Vil selv ha hjelp mot rus.",
      ),
    ],
  ],
};

const ENDS: Story = {
  patient: patient("Kunstine Mønsterås", "female", 48),
  lines: [
    [
      230,
      referred({
        symptoms: "Tilbakevendende depresjon.",
        own: "Jeg vil klare meg uten time hver uke.",
      }),
    ],
    [221, granted({ within: 50 })],
    [220, given("coordinator", "practitioner")],
    [190, registered("first-attendance", OUTPATIENT)],
    [150, registered("clinical-decision", TREATMENT)],
    [
      149,
      planned({
        own: ["Jeg vil klare meg i kommunen."],
        measures: [["Samtaler", "Behandler", "Hver uke"]],
        evaluationIn: 60,
      }),
    ],
    [148, confirmedProposals],
    [
      90,
      held({
        summary: "Bedre. Avslutning til vinteren.",
        changedInPlan: "Færre samtaler.",
        nextIn: 95,
      }),
    ],
    [89, confirmedProposals],
    [8, closingBegun(16)],
    [6, summarySent(190, "Behandlet for tilbakevendende depresjon med samtaler og medisiner.")],
    [
      5,
      followUpMade({
        responsible: "Mona Moen",
        title: "Psykiatrisk sykepleier",
        measure: ["Samtaler", "Kommunen", "Hver uke"],
        own: "Jeg vil at noen ringer hvis jeg ikke kommer.",
      }),
    ],
  ],
};

const ENDED: Story = {
  patient: patient("Skinnhild Kopilund", "female", 67),
  lines: [
    [260, referred({ symptoms: "Helseangst.", own: "Jeg vil stole på kroppen min." })],
    [251, granted({ within: 50 })],
    [250, given("coordinator", "practitioner")],
    [215, registered("first-attendance", OUTPATIENT)],
    [180, registered("clinical-decision", TREATMENT)],
    [
      179,
      planned({
        own: ["Jeg vil ringe legen bare når jeg må."],
        measures: [["Samtaler", "Behandler", "Hver uke"]],
        evaluationIn: 60,
      }),
    ],
    [178, confirmedProposals],
    [
      40,
      followUpMade({
        responsible: "Mona Moen",
        title: "Psykiatrisk sykepleier",
        measure: ["Støttesamtale", "Kommunen", "Hver måned"],
        own: "En gang i måneden er nok.",
      }),
    ],
    [36, followUpConfirmed("Mona Moen")],
    [30, closed("Støttesamtaler i kommunen hver måned.")],
    [29, confirmedProposals],
    [28, actedFor("consent", RELATIVE, "Hjelp med å huske avtaler")],
  ],
};

export const ADULT_STORIES: readonly Story[] = [
  ...[MAIN, NOT_WORKING, HELD, COMES, GOES, ENDS, ENDED],
  ...ADULTS_WAITING,
];
