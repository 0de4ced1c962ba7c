// Knows the criteria in English: their names as in the standard, and how each is met here.
import type { CriterionWords } from "./criteria.ts";

const NO_MEDIA = "There is no sound or film.";

export const criteriaInEnglish: CriterionWords = {
  "1.1.1": {
    name: "Non-text content",
    how: "Pictures have a text of their own. Where words beside them say the same, they are hidden from screen readers.",
  },
  "1.2.1": { name: "Audio-only and video-only (prerecorded)", how: NO_MEDIA },
  "1.2.2": { name: "Captions (prerecorded)", how: NO_MEDIA },
  "1.3.1": {
    name: "Info and relationships",
    how: "Headings, lists, tables, groups of fields and labels are elements of their kind. The journeys find everything by role and name alone.",
  },
  "1.3.2": {
    name: "Meaningful sequence",
    how: "The order of reading is the order of the document. Style moves nothing, but may show a row as a card.",
  },
  "1.3.3": {
    name: "Sensory characteristics",
    how: "No instruction names a shape, a colour or a place alone.",
  },
  "1.3.4": {
    name: "Orientation",
    how: "Every screen works upright and lying; none locks the way it is held.",
  },
  "1.3.5": {
    name: "Identify input purpose",
    how: "No field asks for the reader's own name, address or the like. Who somebody is comes from the login.",
  },
  "1.4.1": { name: "Use of colour", how: "Each standing of a date has its own shape and words." },
  "1.4.2": { name: "Audio control", how: NO_MEDIA },
  "1.4.3": { name: "Contrast (minimum)", how: "Measured on every screen, light and dark." },
  "1.4.4": {
    name: "Resize text",
    how: "Sizes follow the browser's. Every screen holds at a quarter of the width, which is what 400 % makes of it.",
  },
  "1.4.5": { name: "Images of text", how: "Text is text, also in drawings." },
  "1.4.10": {
    name: "Reflow",
    how: "No screen scrolls sideways at 320 px, nor does a table. Each row is read by itself, every figure with the name of its column.",
  },
  "1.4.11": {
    name: "Non-text contrast",
    how: "Borders, marks and focus have the colours of the design system. They are made for 3:1.",
  },
  "1.4.12": {
    name: "Text spacing",
    how: "With the criterion's spacing nothing is cut off or covered.",
  },
  "1.4.13": {
    name: "Content on hover or focus",
    how: "Nothing appears by hovering or focus alone.",
  },
  "2.1.1": { name: "Keyboard", how: "Every journey is walked a second time by keyboard alone." },
  "2.1.2": {
    name: "No keyboard trap",
    how: "The tabulator goes through every screen and out of it again.",
  },
  "2.1.4": {
    name: "Character key shortcuts",
    how: "Keys of one character work only where the list has focus, or are switched off.",
  },
  "2.2.1": {
    name: "Timing adjustable",
    how: "A session ends when it is unused, as privacy demands. What was written is there after logging in again.",
  },
  "2.2.2": {
    name: "Pause, stop, hide",
    how: "Nothing moves, blinks or scrolls by itself. A list that others change says so and waits.",
  },
  "2.3.1": { name: "Three flashes or below threshold", how: "Nothing flashes." },
  "2.4.1": { name: "Bypass blocks", how: "The first stop of the tabulator skips to the content." },
  "2.4.2": { name: "Page titled", how: "Each screen names the window." },
  "2.4.3": {
    name: "Focus order",
    how: "Focus follows the document, and goes to the heading of a new screen.",
  },
  "2.4.4": {
    name: "Link purpose (in context)",
    how: "Links say where they lead; the journeys find each by its name.",
  },
  "2.4.5": {
    name: "Multiple ways",
    how: "A course is found through the list, its filters and the search. Screens are found through the header.",
  },
  "2.4.6": {
    name: "Headings and labels",
    how: "Each screen has one first heading, and labels that say what they are for.",
  },
  "2.4.7": { name: "Focus visible", how: "What has focus shows it, stop by stop." },
  "2.5.1": { name: "Pointer gestures", how: "Nothing asks for more than a press." },
  "2.5.2": {
    name: "Pointer cancellation",
    how: "What is pressed happens when the finger leaves it on the same place. So do the browser's own buttons.",
  },
  "2.5.3": { name: "Label in name", how: "Names begin with, or are, the words that are seen." },
  "2.5.4": { name: "Motion actuation", how: "Nothing is done by moving the device." },
  "3.1.1": { name: "Language of page", how: "The document says the language that was chosen." },
  "3.1.2": {
    name: "Language of parts",
    how: "Words in another language than the page's are marked as such.",
  },
  "3.2.1": { name: "On focus", how: "Focus alone changes nothing." },
  "3.2.2": {
    name: "On input",
    how: "A choice changes what is shown on the screen, never the screen itself.",
  },
  "3.2.3": {
    name: "Consistent navigation",
    how: "The header and its places are the same on every screen of a role.",
  },
  "3.2.4": {
    name: "Consistent identification",
    how: "The same thing has the same words. Each text of a screen is kept once.",
  },
  "3.3.1": {
    name: "Error identification",
    how: "A refusal names the field and what was expected of it.",
  },
  "3.3.2": { name: "Labels or instructions", how: "Every field has a label that is seen." },
  "3.3.3": {
    name: "Error suggestion",
    how: "A refusal says what would be taken instead, where that is known.",
  },
  "3.3.4": {
    name: "Error prevention (legal, financial, data)",
    how: "What a change leads to is shown before it is saved. A mistake is mended by a correction.",
  },
  "4.1.1": { name: "Parsing", how: "Ids are unique and elements whole on every screen." },
  "4.1.2": {
    name: "Name, role, value",
    how: "Controls are the browser's own. The journeys use each by its role and name.",
  },
  "4.1.3": {
    name: "Status messages",
    how: "What was saved, changed or refused is said to a screen reader without moving focus.",
  },
};
