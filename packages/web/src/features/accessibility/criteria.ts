// Knows the 47 success criteria that Norwegian law asks of web applications, how each is met here, and what shows it.

/** `met`: a test or a look at it shows it. `nothing`: there is nothing of the kind here. `unsure`: nobody has looked. */
export type Standing = "met" | "nothing" | "unsure";

export interface Criterion {
  /** Its number in WCAG 2.1. */
  readonly id: string;
  readonly name: string;
  readonly level: "A" | "AA";
  readonly standing: Standing;
  readonly how: string;
  /** Files of the repository that show it; none for what is not here. */
  readonly evidence: readonly string[];
}

const SCREENS = "e2e/screens/every-screen.e2e.test.ts";
const EVERYONE = "e2e/access.e2e.test.ts";
const LOGIN = "e2e/login.e2e.test.ts";
const TOGETHER = "e2e/together.e2e.test.ts";
const CATALOGUE = "packages/web/src/i18n/catalogue.test.ts";
const FAILURES = "packages/web/src/components/failure-words.test.ts";
const NAMES = "packages/web/src/features/work-list/names.test.ts";

const NO_MEDIA = "There is no sound or film.";

type Row = readonly [
  id: string,
  name: string,
  level: "A" | "AA",
  standing: Standing,
  how: string,
  ...evidence: string[],
];

const ROWS: readonly Row[] = [
  [
    "1.1.1",
    "Non-text content",
    "A",
    "met",
    "Pictures have a text of their own, or are hidden from readers where words beside them say the same.",
    SCREENS,
  ],
  ["1.2.1", "Audio-only and video-only", "A", "nothing", NO_MEDIA],
  ["1.2.2", "Captions", "A", "nothing", NO_MEDIA],
  [
    "1.3.1",
    "Info and relationships",
    "A",
    "met",
    "Headings, lists, tables, groups of fields and labels are elements of their kind; the journeys find everything by role and name alone.",
    SCREENS,
    "e2e/coordinator.e2e.test.ts",
  ],
  [
    "1.3.2",
    "Meaningful sequence",
    "A",
    "met",
    "The order of reading is the order of the document; nothing is moved by style but the same row as a card.",
    EVERYONE,
  ],
  [
    "1.3.3",
    "Sensory characteristics",
    "A",
    "met",
    "No instruction names a shape, a colour or a place alone.",
    CATALOGUE,
  ],
  [
    "1.3.4",
    "Orientation",
    "AA",
    "met",
    "Every screen works upright and lying; none locks the way it is held.",
    SCREENS,
  ],
  [
    "1.3.5",
    "Identify input purpose",
    "AA",
    "nothing",
    "No field asks for the reader's own name, address or the like; who somebody is comes from the login.",
  ],
  [
    "1.4.1",
    "Use of colour",
    "A",
    "met",
    "Each standing of a date has its own shape and words.",
    "packages/web/src/components/time-left.test.ts",
    "e2e/coordinator.e2e.test.ts",
  ],
  ["1.4.2", "Audio control", "A", "nothing", NO_MEDIA],
  [
    "1.4.3",
    "Contrast (minimum)",
    "AA",
    "met",
    "Measured on every screen, light and dark.",
    SCREENS,
  ],
  [
    "1.4.4",
    "Resize text",
    "AA",
    "met",
    "Sizes follow the browser's; every screen holds at a quarter of the width, which is what 400 % makes of it.",
    SCREENS,
  ],
  ["1.4.5", "Images of text", "AA", "met", "Text is text, also in drawings.", SCREENS],
  [
    "1.4.10",
    "Reflow",
    "AA",
    "met",
    "No screen scrolls sideways at 320 px, nor does a table: each row is read by itself, every figure with the name of its column.",
    SCREENS,
    EVERYONE,
  ],
  [
    "1.4.11",
    "Non-text contrast",
    "AA",
    "met",
    "Borders, marks and focus come from the design system's tokens, whose pairs are made for 3:1.",
    EVERYONE,
  ],
  [
    "1.4.12",
    "Text spacing",
    "AA",
    "met",
    "With the criterion's spacing nothing is cut off or covered.",
    SCREENS,
  ],
  [
    "1.4.13",
    "Content on hover or focus",
    "AA",
    "nothing",
    "Nothing appears by hovering or focus alone.",
  ],
  [
    "2.1.1",
    "Keyboard",
    "A",
    "met",
    "Every journey is walked a second time by keyboard alone.",
    EVERYONE,
  ],
  [
    "2.1.2",
    "No keyboard trap",
    "A",
    "met",
    "The tabulator goes through every screen and out of it again.",
    SCREENS,
  ],
  [
    "2.1.4",
    "Character key shortcuts",
    "A",
    "met",
    "Keys of one character work only where the list itself has focus, or can be switched off.",
    SCREENS,
  ],
  [
    "2.2.1",
    "Timing adjustable",
    "A",
    "met",
    "A session ends when it is unused, as privacy demands; what was written is there after logging in again.",
    LOGIN,
  ],
  [
    "2.2.2",
    "Pause, stop, hide",
    "A",
    "met",
    "Nothing moves, blinks or scrolls by itself; a list that others change says so and waits.",
    EVERYONE,
  ],
  ["2.3.1", "Three flashes", "A", "nothing", "Nothing flashes."],
  [
    "2.4.1",
    "Bypass blocks",
    "A",
    "met",
    "The first stop of the tabulator skips to the content.",
    EVERYONE,
  ],
  ["2.4.2", "Page titled", "A", "met", "Each screen names the window.", SCREENS],
  [
    "2.4.3",
    "Focus order",
    "A",
    "met",
    "Focus follows the document, and goes to the heading of a new screen.",
    EVERYONE,
  ],
  [
    "2.4.4",
    "Link purpose (in context)",
    "A",
    "met",
    "Links say where they lead; the journeys find each by its name.",
    "e2e/coordinator.e2e.test.ts",
  ],
  [
    "2.4.5",
    "Multiple ways",
    "AA",
    "met",
    "A course is found through the list, its filters and the search; screens through the header.",
    "e2e/coordinator.e2e.test.ts",
  ],
  [
    "2.4.6",
    "Headings and labels",
    "AA",
    "met",
    "Each screen has one first heading, and labels that say what they are for.",
    SCREENS,
    NAMES,
  ],
  ["2.4.7", "Focus visible", "AA", "met", "What has focus shows it, stop by stop.", SCREENS],
  ["2.5.1", "Pointer gestures", "A", "nothing", "Nothing asks for more than a press."],
  [
    "2.5.2",
    "Pointer cancellation",
    "A",
    "met",
    "What is pressed happens when the finger leaves it on the same place, as the browser's own buttons do.",
    EVERYONE,
  ],
  [
    "2.5.3",
    "Label in name",
    "A",
    "met",
    "Names begin with, or are, the words that are seen.",
    SCREENS,
  ],
  ["2.5.4", "Motion actuation", "A", "nothing", "Nothing is done by moving the device."],
  [
    "3.1.1",
    "Language of page",
    "A",
    "met",
    "The document says the language that was chosen.",
    EVERYONE,
    SCREENS,
  ],
  [
    "3.1.2",
    "Language of parts",
    "AA",
    "met",
    "Words in another language than the page's are marked as such.",
    EVERYONE,
  ],
  ["3.2.1", "On focus", "A", "met", "Focus alone changes nothing.", SCREENS],
  [
    "3.2.2",
    "On input",
    "A",
    "met",
    "A choice changes what is shown on the screen, never the screen itself.",
    EVERYONE,
  ],
  [
    "3.2.3",
    "Consistent navigation",
    "AA",
    "met",
    "The header and its places are the same on every screen of a role.",
    SCREENS,
  ],
  [
    "3.2.4",
    "Consistent identification",
    "AA",
    "met",
    "The same thing has the same words: texts of the screens are kept once.",
    CATALOGUE,
  ],
  [
    "3.3.1",
    "Error identification",
    "A",
    "met",
    "A refusal names the field and what was expected of it.",
    FAILURES,
    TOGETHER,
  ],
  ["3.3.2", "Labels or instructions", "A", "met", "Every field has a label that is seen.", SCREENS],
  [
    "3.3.3",
    "Error suggestion",
    "AA",
    "met",
    "A refusal says what would be taken instead, where that is known.",
    FAILURES,
  ],
  [
    "3.3.4",
    "Error prevention (legal, data)",
    "AA",
    "met",
    "What a registration changes is shown before it is saved; a mistake is mended by a correction.",
    "e2e/coordinator.e2e.test.ts",
  ],
  ["4.1.1", "Parsing", "A", "met", "Ids are unique and elements whole on every screen.", SCREENS],
  [
    "4.1.2",
    "Name, role, value",
    "A",
    "met",
    "Controls are the browser's own; the journeys use each by its role and name.",
    SCREENS,
  ],
  [
    "4.1.3",
    "Status messages",
    "AA",
    "met",
    "What was saved, changed or refused is said to a screen reader without moving focus.",
    TOGETHER,
    SCREENS,
  ],
];

export const CRITERIA: readonly Criterion[] = ROWS.map(
  ([id, name, level, standing, how, ...evidence]) => ({ id, name, level, standing, how, evidence }),
);
