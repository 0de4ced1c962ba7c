// Knows how the signs of an access are shown: each in words, with the numbers that made it one.
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { logControlTexts } from "./texts.ts";

type Texts = (typeof logControlTexts)["nb"];

export interface Signed {
  readonly sign: keyof Texts["signs"];
  readonly figures: readonly { readonly of: string; readonly figure: number }[];
}

const isFigure = (of: string): of is keyof Texts["figures"] => of in logControlTexts.nb.figures;

export function SignTags({ signs }: { readonly signs: readonly Signed[] }) {
  const t = useScreenTexts(logControlTexts);
  return (
    <span className="sign-tags">
      {signs.map(({ sign, figures }) => {
        const words = figures.flatMap(({ of, figure }) =>
          isFigure(of) ? [t.figures[of](figure)] : [],
        );
        return (
          <ToneTag key={sign} tone="none">
            {t.signs[sign]}
            {words.length > 0 && <> ({words.join(", ")})</>}
          </ToneTag>
        );
      })}
    </span>
  );
}
