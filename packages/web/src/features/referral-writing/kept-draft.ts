// Knows the referral that is being written in this window, and saves it as its writer goes on. It is in no storage of the
// browser: what is kept is kept by the service, for its writer alone.
import { ApiError, isStale } from "../../app/api/request.ts";
import { beginDraft, type SavedDraft, saveDraft } from "./draft-asking.ts";
import type { ReferralDraft } from "./referral-draft.ts";

export interface KeptDraft {
  readonly draft: ReferralDraft;
  /** As the service has it; undefined until it was saved once. */
  readonly saved?: SavedDraft;
  /** It could not be saved, or was saved on another machine since. */
  readonly trouble?: "failed" | "elsewhere";
}

/** Often enough to lose next to nothing, and seldom enough for the audit of it to be read. */
const AFTER_MS = 5_000;

let kept: KeptDraft | undefined;
let unsaved = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
/** The same words sent once more are the same request. */
let last: { readonly said: string; readonly key: string } | undefined;
const listeners = new Set<() => void>();

function become(next: KeptDraft | undefined): void {
  kept = next;
  for (const listener of listeners) listener();
}

function keyOf(said: string): string {
  if (last?.said !== said) last = { said, key: crypto.randomUUID() };
  return last.key;
}

/** What the answer of the service makes of the draft, if it is still the one that is written. */
function after(writing: KeptDraft, change: Partial<KeptDraft>): void {
  if (kept === undefined || kept.saved?.draftId !== writing.saved?.draftId) return;
  const { trouble: _, ...rest } = kept;
  become({ ...rest, ...change });
}

function gone(cause: unknown): boolean {
  return cause instanceof ApiError && cause.status === 404;
}

async function save(writing: KeptDraft): Promise<void> {
  const { draft, saved } = writing;
  const key = keyOf(JSON.stringify([draft, saved]));
  unsaved = false;
  try {
    const next = await (saved === undefined
      ? beginDraft(draft, key)
      : saveDraft(draft, key, saved));
    after(writing, { saved: next });
  } catch (cause) {
    unsaved = true;
    if (isStale(cause)) return after(writing, { trouble: "elsewhere" });
    // Deleted elsewhere, and written on here: it is a new one.
    if (gone(cause) && kept === writing) become({ draft });
    else after(writing, { trouble: "failed" });
    saveSoon();
  }
}

/** Saves what is not saved yet; whoever waits for it knows that nothing is on its way any more. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  await running;
  const due = unsaved && kept?.trouble !== "elsewhere" ? kept : undefined;
  if (due !== undefined && running === undefined) {
    running = save(due).finally(() => {
      running = undefined;
    });
  }
  await running;
}

function saveSoon(): void {
  timer ??= setTimeout(() => void saveNow(), AFTER_MS);
}

export function keepDraft(draft: ReferralDraft): void {
  unsaved = true;
  become({ ...kept, draft });
  saveSoon();
}

/** Goes on with one that the service has; what was here before is saved already, or given up for it. */
export function continueDraft(draft: ReferralDraft, saved: SavedDraft): void {
  clearTimeout(timer);
  timer = undefined;
  unsaved = false;
  become({ draft, saved });
}

/** Keeps what is written here in place of what was saved elsewhere. */
export function keepMine(saved: SavedDraft): void {
  if (kept === undefined) return;
  unsaved = true;
  become({ draft: kept.draft, saved });
  void saveNow();
}

/** Undefined where none is begun. */
export function keptDraft(): KeptDraft | undefined {
  return kept;
}

export function hearDraft(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function forgetDraft(): void {
  clearTimeout(timer);
  timer = undefined;
  unsaved = false;
  become(undefined);
}
