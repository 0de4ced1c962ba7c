// Knows how the web application is built and where its API is during development.
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defaultServerConditions, defineConfig } from "vite";

const service = process.env.RETTVEI_SERVICE ?? "http://127.0.0.1:3000";
const SOURCE = "@rettvei/source";

/** Two applications for browsers: that of staff, and "Mitt forløp", whose pages the service writes. */
const FOR_BROWSERS = {
  target: "es2022",
  sourcemap: false,
  manifest: "manifest.json",
  rolldownOptions: { input: { main: "index.html", mine: "src/mine-client.tsx" } },
};

/** What the service writes the pages of "Mitt forløp" with, in one file that needs no other. */
const FOR_THE_SERVICE = {
  target: "node22",
  ssr: "src/mine-server.tsx",
  rolldownOptions: { output: { codeSplitting: false } },
  outDir: "dist/server",
  copyPublicDir: false,
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: { noExternal: true, resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  ...(isSsrBuild === true ? { define: { "process.env.NODE_ENV": '"production"' } } : {}),
  build: isSsrBuild === true ? FOR_THE_SERVICE : FOR_BROWSERS,
  server: { host: "127.0.0.1", proxy: { "/api": service } },
}));
