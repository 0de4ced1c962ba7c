// Knows a disk in a file whose power can be cut: what its file system had not yet written to it is gone.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface LoopDisk {
  /** Where it is mounted, by the same path before and after a cut. */
  readonly folder: string;
  /** What is on the disk at this moment becomes the disk; nothing may be running on it. */
  cutPower(): void;
  /** Unmounts it and leaves nothing behind. */
  remove(): void;
}

// The file system must not write of its own accord meanwhile: a program that does not ask for it must be found out.
const MOUNT = ["-o", "loop,commit=300"];
const MENDED = 1;

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Replays the journal and mends, as a machine does that comes up after a power cut. */
function check(image: string): void {
  try {
    run("e2fsck", "-f", "-y", image);
  } catch (cause) {
    if ((cause as { readonly status?: number }).status !== MENDED) throw cause;
  }
}

export function loopDisk(megabytes: number): LoopDisk {
  const home = mkdtempSync(join(tmpdir(), "rettvei-cut-"));
  const [folder, image, copy] = [join(home, "disk"), join(home, "disk.img"), join(home, "cut.img")];
  mkdirSync(folder);
  run("truncate", "-s", `${megabytes}M`, image);
  run("mkfs.ext4", "-q", "-F", image);
  run("mount", ...MOUNT, image, folder);
  let mounted = true;
  return {
    folder,
    cutPower() {
      run("cp", "--sparse=always", image, copy); // at once, before anything more reaches the disk
      run("umount", folder);
      mounted = false;
      renameSync(copy, image);
      check(image);
      run("mount", ...MOUNT, image, folder);
      mounted = true;
    },
    remove() {
      if (mounted) run("umount", "--lazy", folder);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Why no such disk can be made here; undefined if it can. */
export function whyNoLoopDisk(): string | undefined {
  if (process.getuid?.() !== 0) return "not root";
  try {
    loopDisk(16).remove();
    return undefined;
  } catch (cause) {
    return `no loop device: ${String((cause as Error).message).split("\n")[0]}`;
  }
}
