// Knows the stories of people at the invented clinic for addiction.
import { closingBegun, detoxPlanned, followUpMade, offeredTo, summarySent } from "./acts/ending.ts";
import { openedBy } from "./acts/looking-after.ts";
import {
  given,
  givenToLeader,
  granted,
  movedDeadline,
  referred,
  registered,
} from "./acts/referring.ts";
import { answeredBefore, confirmedProposals, held, planned, said } from "./acts/treating.ts";
import type { Story, StoryPatient } from "./story.ts";
import { ADDICTION, ADULTS, CHILDREN, neighbourOf } from "./story-units.ts";

const OUTPATIENT = { careLevel: "poliklinikk" } as const;
const TREATMENT = { outcome: "treatment-tsb" } as const;

function patient(
  name: string,
  sex: StoryPatient["sex"],
  age: number,
  unitId = ADDICTION,
): StoryPatient {
  return { name, sex, age, unitId, pathway: "tsb" };
}

/** Begun under the edition whose recommended times are published: the days after detox are held against them. */
const DETOX: Story = {
  patient: patient("Kunstulf Påfunnli", "male", 42),
  lines: [
    [
      745,
      referred({
        symptoms: "Drikker daglig, har hatt kramper.",
        own: "Jeg vil bli edru og bli det.",
      }),
    ],
    [740, granted({ within: 30 })],
    [739, given("coordinator", "practitioner")],
    [733, registered("first-attendance", OUTPATIENT)],
    [715, registered("clinical-decision", TREATMENT)],
    [
      714,
      planned({
        own: ["Jeg vil være edru på sønnens bursdag."],
        measures: [
          ["Samtaler", "Behandler", "Hver uke"],
          ["Avrusning", "Avrusningsenheten", "Når det trengs"],
        ],
        evaluationIn: 5,
      }),
    ],
    [713, confirmedProposals],
    [709, held({ summary: "I gang.", changedInPlan: "Ingenting.", nextIn: 52 })],
    [708, confirmedProposals],
    [657, held({ summary: "Tre tørre uker.", changedInPlan: "Færre samtaler.", nextIn: 610 })],
    [656, confirmedProposals],
    [6, detoxPlanned(9, 14, "Rusbehandling døgn Prøvelia")],
    [4, said("not-working", "Fem dager hjemme alene etter avrusningen kommer ikke til å gå.")],
  ],
};

const HELD: Story = {
  patient: patient("Demonja Attrappgård", "female", 36),
  lines: [
    [130, referred({ symptoms: "Avhengig av smertestillende.", own: "Jeg vil klare meg uten." })],
    [124, granted({ within: 40 })],
    [123, given("coordinator", "practitioner")],
    [105, registered("first-attendance", OUTPATIENT)],
    [85, registered("clinical-decision", TREATMENT)],
    [
      84,
      planned({
        own: ["Jeg vil være til stede for barna."],
        measures: [
          ["Nedtrapping", "Lege", "Hver uke"],
          ["Samtale om barna", "Barneansvarlig", "Hver måned"],
        ],
        evaluationIn: 82,
      }),
    ],
    [83, confirmedProposals],
    [4, answeredBefore({ benefit: "Ja. Det går saktere enn jeg ville, men det går." })],
    [
      2,
      held({
        summary: "Halv dose.",
        changedInPlan: "Ett trinn lenger pause før neste nedtrapping.",
        nextIn: 56,
      }),
    ],
    [1, openedBy(`practitioner-${CHILDREN}`, "Barnet er hos oss, og mor var ikke å få tak i.")],
  ],
};

const SOON: Story = {
  patient: patient("Oppdiktine Mønsterås", "female", 24),
  lines: [
    [
      20,
      referred({
        urgency: "soon",
        symptoms: "Bruker GHB i helgene.",
        own: "Jeg vil ha hjelp før det blir verre.",
        paper: "closed",
      }),
    ],
    [15, granted({ within: 18 })],
    [14, given("coordinator")],
  ],
};

const UNASSIGNED: Story = {
  patient: patient("Prøvulf Kunstigmo", "male", 58),
  lines: [
    [33, referred({ symptoms: "Drikker daglig.", own: "Jeg vil leve lenger." })],
    [28, granted({ within: 25 })],
    [10, registered("first-attendance", OUTPATIENT)],
  ],
};

const MOVED: Story = {
  patient: patient("Liksombrand Kopilund", "male", 47),
  lines: [
    [
      45,
      referred({
        symptoms: "Spilleavhengig, har stor gjeld.",
        own: "Jeg vil ha tilbake lønna mi.",
      }),
    ],
    [39, granted({ within: 25 })],
    [38, givenToLeader],
    [16, movedDeadline(22, "Gruppa starter først i desember.")],
    [7, registered("clinical-decision", TREATMENT)],
    [3, said("not-working", "Lønna kommer den tolvte. Jeg trenger hjelp før det.")],
  ],
};

const ENDS: Story = {
  patient: patient("Modella Oppdiktdal", "female", 53),
  lines: [
    [240, referred({ symptoms: "Alkohol gjennom mange år.", own: "Jeg vil ta vare på helsa." })],
    [234, granted({ within: 40 })],
    [233, given("coordinator", "practitioner")],
    [215, registered("first-attendance", OUTPATIENT)],
    [195, registered("clinical-decision", TREATMENT)],
    [
      194,
      planned({
        own: ["Jeg vil ha et år uten alkohol."],
        measures: [["Samtaler", "Behandler", "Hver uke"]],
        evaluationIn: 60,
      }),
    ],
    [193, confirmedProposals],
    [12, closingBegun(10)],
    [10, summarySent(215, "Behandlet for alkoholavhengighet i poliklinikk.")],
    [
      9,
      followUpMade({
        responsible: "Rune Rustad",
        title: "Ruskonsulent",
        measure: ["Samtaler", "Rustjenesten", "Hver uke"],
        own: "Ring meg på mandager.",
      }),
    ],
  ],
};

const COMES: Story = {
  patient: patient("Syntetus Fiktivrud", "male", 39, neighbourOf("tsb-clinic")),
  lines: [
    [50, referred({ symptoms: "Amfetamin.", own: "Jeg vil bort fra miljøet." })],
    [45, granted({ within: 30 })],
    [44, given("coordinator")],
    [25, registered("first-attendance", OUTPATIENT)],
    [12, offeredTo(ADDICTION, "Flytter for å komme bort fra miljøet.", "Rusfri i fem uker.")],
  ],
};

const GOES: Story = {
  patient: patient("Attrappa Skinnbakken", "female", 30),
  lines: [
    [55, referred({ symptoms: "Rus og sterk angst.", own: "Jeg vil tørre å gå ut." })],
    [50, granted({ within: 30 })],
    [49, given("coordinator")],
    [30, registered("first-attendance", OUTPATIENT)],
    [1, offeredTo(ADULTS, "Rusfri nå. Angsten er det som er igjen.", "Åtte uker rusfri.")],
  ],
};

const WAITING: Story = {
  patient: patient("Testine Skinnbakken", "female", 38),
  lines: [[7, referred({ symptoms: "Drikker daglig.", own: "Jeg vil bli rusfri før sommeren." })]],
};

export const ADDICTION_STORIES: readonly Story[] = [
  ...[DETOX, HELD, SOON, UNASSIGNED, MOVED, ENDS, COMES, GOES, WAITING],
];
