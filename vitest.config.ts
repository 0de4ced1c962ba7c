import { defineConfig } from "vitest/config";

// Workspace packages are tested from their sources: no build is needed to run one file.
// No more than this: the runner hands them to Node, where "import" would turn what is required into modules.
const conditions = ["@rettvei/source", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/**/*.test.ts",
      "packages/**/*.test.tsx",
      "e2e/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["packages/service/src/testing/global-setup.ts"],
    // A quiet pool: two workers at most, as the machines that run this have two cores.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { inline: [/@rettvei\//] } },
  },
});
