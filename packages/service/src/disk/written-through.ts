// Knows how a file or folder that was written reaches the disk, to survive a power cut.
import { open } from "node:fs/promises";

/** Answers when the file's content, or the names in a folder, are on disk. */
export async function writtenThrough(path: string): Promise<void> {
  const opened = await open(path, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
