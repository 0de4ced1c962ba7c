import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Workspace packages are tested from their sources: no build is needed to run one file.
// No more than this: the runner hands them to Node, where "import" would turn what is required into modules.
const conditions = ["@rettvei/source", "node"];

/** The files that take minutes; begun late, the last of them would leave one core with nothing to do. */
const LONG = ["/e2e/screens/every-screen", "/e2e/"];

/** Long files first, the others as ever. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((part) => moduleId.includes(part));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/**/*.test.ts",
      "packages/**/*.test.tsx",
      "e2e/**/*.test.ts",
      "scripts/**/*.test.ts",
      // Pictures are kept in the repository: they are taken only when asked for.
      ...(process.env.RETTVEI_SCREENSHOTS === "1" ? ["e2e/screens/story-pictures.ts"] : []),
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    setupFiles: ["packages/testkit/src/seeded.ts"],
    globalSetup: ["packages/service/src/testing/global-setup.ts"],
    // A quiet pool: two workers at most, as the machines that run this have two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Guards, not measures: a machine that does much else is slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    server: { deps: { inline: [/@rettvei\//] } },
  },
});
