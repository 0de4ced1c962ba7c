// Knows what the shapes of the picture mean.
import type { NextDateKind } from "@rettvei/engine";
import { DateKind } from "../../../components/date-kind.tsx";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { kindOfVerdict } from "../verdict-words.ts";
import type { CoursePicture } from "./course-picture.ts";
import { pictureTexts } from "./picture-texts.ts";

function Swatch({ shape }: { readonly shape: "used" | "over" | "left" | "dot" }) {
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      {shape === "used" && (
        <rect y="1" width="26" height="12" className="picture-used" data-certain="true" />
      )}
      {shape === "over" && (
        <>
          <rect y="1" width="26" height="12" className="picture-over" />
          <rect y="1" width="26" height="12" fill="url(#picture-hatch)" />
        </>
      )}
      {shape === "left" && (
        <rect x="1" y="2" width="24" height="10" className="picture-left" data-open="true" />
      )}
      {shape === "dot" && (
        <circle cx="13" cy="7" r="5.5" className="picture-dot" data-ahead="true" />
      )}
    </svg>
  );
}

/** Only kinds that the picture has. */
export function PictureLegend({ picture }: { readonly picture: CoursePicture }) {
  const t = useScreenTexts(pictureTexts);
  const bars = picture.rows.flatMap((row) => row.bars).filter(({ due }) => due !== undefined);
  const kinds = new Set<NextDateKind>(bars.map(({ verdict }) => kindOfVerdict(verdict)));
  return (
    <ul className="picture-legend" aria-label={t.legend}>
      {(["used", "over", "left"] as const).map((shape) => (
        <li key={shape}>
          <Swatch shape={shape} /> {t[shape]}
        </li>
      ))}
      <li>
        <Swatch shape="dot" /> {t.coming}
      </li>
      {[...kinds].map((kind) => (
        <li key={kind}>
          <DateKind kind={kind} />
        </li>
      ))}
    </ul>
  );
}
