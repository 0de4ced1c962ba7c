import {
  given,
  givenToLeader,
  granted,
  movedDeadline,
  referred,
  refused,
  registered,
} from "./acts/referring.ts";
import { said } from "./acts/treating.ts";
import type { Story, StoryPatient } from "./story.ts";
import { ADULTS } from "./story-units.ts";

const OUTPATIENT = { careLevel: "poliklinikk" } as const;
const TREATMENT = { outcome: "treatment-phv" } as const;

function patient(
  name: string,
  sex: StoryPatient["sex"],
  age: number,
  unitId = ADULTS,
): StoryPatient {
  return { name, sex, age, unitId, pathway: "phv-voksne" };
}

const OVER: Story = {
  patient: patient("Prøvulf Eksempelstad", "male", 27),
  lines: [
    [
      17,
      referred({
        urgency: "soon",
        symptoms: "Hører stemmer, sover nesten ikke.",
        own: "Jeg vil få fred i hodet.",
        paper: "unknown",
      }),
    ],
    [13, granted({ within: 28, condition: "psykose" })],
  ],
};

const SOON: Story = {
  patient: patient("Mønstrid Demolia", "female", 45),
  lines: [
    [
      27,
      referred({
        symptoms: "Nedstemt siden i sommer.",
        own: "Jeg vil orke å gå på jobb.",
        paper: "closed",
      }),
    ],
    [20, granted({ within: 26 })],
    [19, given("coordinator")],
  ],
};

const BREACHED: Story = {
  patient: patient("Kopivald Fiktivrud", "male", 52),
  lines: [
    [
      66,
      referred({ symptoms: "Angst som hindrer ham i å gå ut.", own: "Jeg vil kunne handle selv." }),
    ],
    [58, granted({ within: 55 })],
    [57, givenToLeader],
    [6, said("not-working", "Dere skrev at jeg skulle få time innen fristen. Når får jeg den?")],
  ],
};

const UNASSIGNED: Story = {
  patient: patient("Fiktiva Modellhaug", "female", 23),
  lines: [
    [44, referred({ symptoms: "Gjentatte panikkanfall.", own: "Jeg vil tilbake til studiene." })],
    [37, granted({ within: 40 })],
    [30, registered("first-attendance", OUTPATIENT)],
  ],
};

const MOVED: Story = {
  patient: patient("Oppdiktar Testesen", "male", 31),
  lines: [
    [50, referred({ symptoms: "Tvangstanker.", own: "Jeg vil slippe å sjekke alt." })],
    [42, granted({ within: 33 })],
    [41, given("coordinator")],
    [10, movedDeadline(31, "Ingen ledig time hos behandler.")],
    // Decided before it was attended: the unit's findings tell of it.
    [6, registered("clinical-decision", TREATMENT)],
  ],
};

const WAITING: readonly Story[] = [
  {
    patient: patient("Utkasta Oppdiktdal", "female", 41),
    lines: [
      [12, referred({ symptoms: "Utbrent, gråter mye.", own: "Jeg vil ha noen å snakke med." })],
    ],
  },
  {
    patient: patient("Påfunnar Liksomsen", "male", 19),
    lines: [
      [
        1,
        referred({
          urgency: "soon",
          symptoms: "Har trukket seg unna alle i høst.",
          own: "Jeg vil bli som før.",
        }),
      ],
    ],
  },
];

const REFUSED: Story = {
  patient: patient("Prøvhild Attrappgård", "female", 26),
  lines: [
    [16, referred({ symptoms: "Søvnvansker i eksamenstida.", own: "Jeg vil sove." })],
    [
      9,
      refused(
        "Plagene kan behandles i kommunen.",
        "Søvnkurs i kommunen og oppfølging hos fastlegen.",
      ),
    ],
  ],
};

export const ADULTS_WAITING: readonly Story[] = [
  ...[OVER, SOON, BREACHED, UNASSIGNED, MOVED, ...WAITING, REFUSED],
];
