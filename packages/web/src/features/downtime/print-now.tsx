// Knows how the print-out for downtime is got at once: as a file of its own that needs nothing else.
import { useState } from "react";
import { answered, api } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { downtimeTexts } from "./texts.ts";

/** Saves the page as a file; nothing of it is kept in the window. */
function save(html: string, name: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function PrintNow({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(downtimeTexts);
  const [fetched, setFetched] = useState<{ readonly courses: number; readonly madeAt: string }>();
  const write = useWrite(async (unit: string) => {
    const { html, courses, madeAt } = await answered(
      api.GET("/api/units/{unitId}/downtime-sheet", { params: { path: { unitId: unit } } }),
    );
    save(html, `rettvei-${madeAt.replace(/[ :]/g, "-")}.html`);
    setFetched({ courses, madeAt });
  }, []);
  return (
    <section className="form-block" aria-label={t.printTitle}>
      <h2 className="ds-heading" data-size="xs">
        {t.printTitle}
      </h2>
      <p className="subtle">{t.printHint}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          write.send(unitId);
        }}
      >
        <WriteButton write={write} variant="secondary">
          {t.print}
        </WriteButton>
      </form>
      {fetched !== undefined && <p role="status">{t.printed(fetched.courses, fetched.madeAt)}</p>}
    </section>
  );
}
