// Composition root of the web application.
import "@digdir/designsystemet-css/theme";
import "@digdir/designsystemet-css";
import "@fontsource-variable/inter/wght.css";
import "./app/styles/base.css";
import "./app/styles/forms.css";
import "./app/styles/frame.css";
import "./app/styles/panels.css";
import "./app/styles/print.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "./app/query-client.ts";
import { newRouter } from "./app/router.tsx";
import { applyTheme, keptTheme, printLight } from "./app/theme.ts";
import { TextsProvider } from "./i18n/texts-context.tsx";

applyTheme(keptTheme());
printLight();

const root = document.getElementById("root");
if (root === null) throw new Error("bug: index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <TextsProvider>
      <QueryClientProvider client={newQueryClient()}>
        <RouterProvider router={newRouter()} />
      </QueryClientProvider>
    </TextsProvider>
  </StrictMode>,
);
