// Knows the stories of children and young people at the invented unit for them.
import { closingBegun, followUpMade, offeredTo, summarySent } from "./acts/ending.ts";
import { actedFor, openedBy } from "./acts/looking-after.ts";
import {
  given,
  givenToLeader,
  granted,
  movedDeadline,
  referred,
  registered,
} from "./acts/referring.ts";
import {
  addedToPlan,
  answeredBefore,
  answeredVoices,
  confirmedProposals,
  held,
  planned,
  said,
} from "./acts/treating.ts";
import type { Story, StoryPatient } from "./story.ts";
import { ADDICTION, ADULTS, CHILDREN, neighbourOf } from "./story-units.ts";

const OUTPATIENT = { careLevel: "poliklinikk" } as const;
const TREATMENT = { outcome: "treatment-phv" } as const;
const GUARDIAN = "relative-000000001";

function child(
  name: string,
  sex: StoryPatient["sex"],
  age: number,
  unitId = CHILDREN,
): StoryPatient {
  return { name, sex, age, unitId, pathway: "phv-barn-unge" };
}

/** Eleven: the guardian reads and decides. */
const ELEVEN: Story = {
  patient: child("Eksempla Fiktivrud", "female", 11),
  lines: [
    [
      100,
      referred({
        symptoms: "Redd for å sove alene, vondt i magen før skolen.",
        own: "Jeg vil ikke ha vondt i magen.",
      }),
    ],
    [93, granted({ within: 60 })],
    [92, given("coordinator", "practitioner")],
    [91, actedFor("guardian", GUARDIAN, "Foresatt")],
    [70, registered("first-attendance", OUTPATIENT)],
    [40, registered("clinical-decision", TREATMENT)],
    [
      39,
      planned({
        own: ["Jeg vil sove hos bestevenninna mi."],
        goals: ["Skole alle dager."],
        measures: [
          ["Samtaler med lek", "Behandler", "Hver torsdag"],
          ["Samtale med foreldre", "Behandler", "Hver måned"],
        ],
        evaluationIn: 44,
      }),
    ],
    [38, confirmedProposals],
    [20, said("not-working", "Torsdager går ikke, for da har jeg turn.")],
    [18, answeredVoices("Takk for at du sa fra! Vi bytter til onsdager fra neste uke.")],
    [3, addedToPlan("Jeg vil ta med kosedyret mitt.", false)],
  ],
};

/** Thirteen: may say things alone. */
const THIRTEEN: Story = {
  patient: child("Testor Modellhaug", "male", 13),
  lines: [
    [
      80,
      referred({
        symptoms: "Har sluttet å gå på skolen.",
        own: "Jeg vil være i fred, men ikke alltid.",
      }),
    ],
    [73, granted({ within: 60 })],
    [72, given("coordinator", "practitioner")],
    [71, actedFor("guardian", GUARDIAN, "Foresatt")],
    [50, registered("first-attendance", OUTPATIENT)],
    [16, registered("clinical-decision", TREATMENT)],
    [
      15,
      planned({
        own: ["Jeg vil spille på laget igjen."],
        measures: [
          ["Samtaler", "Behandler", "Hver uke"],
          ["Plan med skolen", "Rektor og PPT", "Før jul"],
        ],
        evaluationIn: 21,
      }),
    ],
    [14, confirmedProposals],
    [5, said("alone-with-therapist", "Kan jeg få snakke med deg uten at pappa er med?")],
  ],
};

/** Nearly grown up, serious, and seen late. */
const SEVENTEEN: Story = {
  patient: child("Liksombjørg Prøvesen", "female", 17),
  lines: [
    [
      95,
      referred({
        urgency: "soon",
        symptoms: "Har gått ned tolv kilo siden i vår.",
        own: "Jeg vil kunne trene igjen.",
      }),
    ],
    [90, granted({ within: 20, condition: "spiseforstyrrelser", severity: "serious" })],
    [89, given("coordinator", "practitioner")],
    [84, registered("first-attendance", OUTPATIENT)],
    [52, registered("clinical-decision", TREATMENT)],
    [
      51,
      planned({
        own: ["Jeg vil spise lunsj med de andre."],
        measures: [
          ["Familiesamtaler", "Behandler", "Hver uke"],
          ["Veiing", "Helsesykepleier", "Mandager"],
        ],
        evaluationIn: 26,
      }),
    ],
    [50, confirmedProposals],
    [27, answeredBefore({ benefit: "Litt.", coping: "Bandet." })],
    [
      25,
      held({
        summary: "Vekten går sakte opp.",
        changedInPlan: "Lunsj på skolen med helsesykepleier.",
        nextIn: 36,
      }),
    ],
    [24, confirmedProposals],
    [4, openedBy(`practitioner-${ADULTS}`, "Kom til akuttmottaket i går kveld.")],
  ],
};

const HELD: Story = {
  patient: child("Kunstulf Demolia", "male", 15),
  lines: [
    [
      120,
      referred({
        symptoms: "Sint og urolig, lite søvn.",
        own: "Jeg vil slippe å bli sendt ut av timen.",
      }),
    ],
    [113, granted({ within: 60 })],
    [112, given("coordinator", "practitioner")],
    [90, registered("first-attendance", OUTPATIENT)],
    [60, registered("clinical-decision", TREATMENT)],
    [
      59,
      planned({
        own: ["Jeg vil få være ferdig med timen."],
        measures: [["Samtaler", "Behandler", "Hver uke"]],
        evaluationIn: 58,
      }),
    ],
    [58, confirmedProposals],
    [
      1,
      held({
        summary: "Færre utbrudd på skolen.",
        changedInPlan: "Foreldrene får veiledning.",
        answers: { benefit: "Ja, litt." },
        nextIn: 56,
      }),
    ],
  ],
};

const ENDS: Story = {
  patient: child("Modellius Demolia", "male", 9),
  lines: [
    [
      210,
      referred({
        symptoms: "Skiller seg ikke fra mor om morgenen.",
        own: "Jeg vil gå til skolen selv.",
      }),
    ],
    [203, granted({ within: 60 })],
    [202, given("coordinator", "practitioner")],
    [180, registered("first-attendance", OUTPATIENT)],
    [150, registered("clinical-decision", TREATMENT)],
    [
      149,
      planned({
        own: ["Jeg vil sykle til skolen."],
        measures: [["Lekterapi", "Behandler", "Hver uke"]],
        evaluationIn: 40,
      }),
    ],
    [148, confirmedProposals],
    [7, closingBegun(14)],
    [6, summarySent(180, "Behandlet for separasjonsangst.")],
    [
      4,
      followUpMade({
        responsible: "Helene Helsestad",
        title: "Helsesykepleier",
        measure: ["Samtaler på skolen", "Helsesykepleier", "Hver uke"],
        own: "Helene er snill.",
      }),
    ],
  ],
};

const UNASSIGNED: Story = {
  patient: child("Påfunna Syntetvik", "female", 12),
  lines: [
    [36, referred({ symptoms: "Gruer seg til alt nytt.", own: "Jeg vil tørre å være med." })],
    [29, granted({ within: 35 })],
    [15, registered("first-attendance", OUTPATIENT)],
  ],
};

const MOVED: Story = {
  patient: child("Kopilde Skinnbakken", "female", 14),
  lines: [
    [
      55,
      referred({
        symptoms: "Selvskading.",
        own: "Jeg vil at noen skal vite det.",
        paper: "silent",
      }),
    ],
    [48, granted({ within: 35 })],
    [47, givenToLeader],
    [14, movedDeadline(30, "Sykdom hos behandler.")],
    [5, registered("clinical-decision", TREATMENT)],
    [3, said("not-working", "Jeg vil snakke med noen snart.")],
  ],
};

const COMES: Story = {
  patient: child("Utkastar Prøvesen", "male", 10, neighbourOf("bup")),
  lines: [
    [70, referred({ symptoms: "Tics og uro.", own: "Jeg vil sitte stille på kino." })],
    [63, granted({ within: 60 })],
    [62, given("coordinator")],
    [30, registered("first-attendance", OUTPATIENT)],
    [6, offeredTo(CHILDREN, "Familien flytter.", "Utredes for tics.")],
  ],
};

const GOES: Story = {
  patient: child("Fiktivald Testesen", "male", 17),
  lines: [
    [
      60,
      referred({ symptoms: "Røyker hasj hver dag.", own: "Jeg vil slutte før jeg fyller atten." }),
    ],
    [53, granted({ within: 60 })],
    [52, given("coordinator")],
    [30, registered("first-attendance", OUTPATIENT)],
    [
      2,
      offeredTo(
        ADDICTION,
        "Fyller snart atten, og trenger rusbehandling.",
        "Motivert. God hjelp i familien.",
      ),
    ],
  ],
};

const WAITING: Story = {
  patient: child("Mønstar Liksomsen", "male", 8),
  lines: [
    [
      9,
      referred({
        symptoms: "Våkner hver natt etter brannen hjemme.",
        own: "Jeg vil ikke drømme om brannen.",
      }),
    ],
  ],
};

export const CHILD_STORIES: readonly Story[] = [
  ...[ELEVEN, THIRTEEN, SEVENTEEN, HELD, ENDS, UNASSIGNED, MOVED, COMES, GOES, WAITING],
];
