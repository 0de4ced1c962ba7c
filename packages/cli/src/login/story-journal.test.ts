// Proves that telling goes on where it was stopped, whenever that was: nothing asked twice, nothing left out.
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCalendarDate } from "@rettvei/engine";
import { afterEach, beforeEach, expect, it } from "vitest";
import { beginStories, type StoryJournal, storiesToTell } from "./story-journal.ts";

const TODAY = parseCalendarDate("2026-06-01");
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rettvei-journal-"));
  file = join(folder, "stories.ndjson");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function begun(): StoryJournal {
  const journal = storiesToTell(file);
  if (journal === undefined) throw new Error("expected stories that are begun");
  return journal;
}

/** Asks so many times; what was asked of the service, by key, and what was answered. */
async function tell(
  journal: StoryJournal,
  times: number,
  asked: string[],
): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let nr = 0; nr < times; nr++) {
    answers.push(
      await journal.once(async (key) => {
        asked.push(key);
        return { nr };
      }),
    );
  }
  return answers;
}

it("nothing is told where nothing was begun, nor after it was finished", () => {
  expect(storiesToTell(file)).toBeUndefined();
  beginStories(file, TODAY);
  begun().finish();
  expect([storiesToTell(file), existsSync(file)]).toEqual([undefined, false]);
});

it("what was answered is not asked again, and the rest is, on the day it began", async () => {
  beginStories(file, TODAY);
  const asked: string[] = [];
  expect(begun().isGoneOnWith).toBe(false);
  await tell(begun(), 3, asked);
  const again = begun();
  expect([again.today, again.isGoneOnWith]).toEqual([TODAY, true]);
  expect(await tell(again, 5, asked)).toEqual([0, 1, 2, 3, 4].map((nr) => ({ nr })));
  expect([asked.length, new Set(asked).size]).toEqual([5, 5]);
});

it("what was asked when the program was killed is asked again under the same key", async () => {
  beginStories(file, TODAY);
  const asked: string[] = [];
  await tell(begun(), 2, asked);
  appendFileSync(file, '{"nr":');
  await tell(begun(), 3, asked);
  const lost = readFileSync(file, "utf8").split("\n").slice(0, 3).join("\n");
  writeFileSync(file, `${lost}\n`);
  await tell(begun(), 3, asked);
  expect(asked).toHaveLength(4);
  expect(asked[3]).toBe(asked[2]);
});

it("what failed is asked again", async () => {
  beginStories(file, TODAY);
  const failing = begun().once(async () => Promise.reject(new Error("refused")));
  await expect(failing).rejects.toThrow("refused");
  const asked: string[] = [];
  expect(await tell(begun(), 1, asked)).toEqual([{ nr: 0 }]);
  expect(asked).toHaveLength(1);
});
