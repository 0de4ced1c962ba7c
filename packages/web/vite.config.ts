// Knows how the web application is built and where its API is during development.
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const service = process.env.RETTVEI_SERVICE ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@rettvei/source", ...defaultClientConditions] },
  build: { target: "es2022", sourcemap: false },
  server: { host: "127.0.0.1", proxy: { "/api": service } },
});
