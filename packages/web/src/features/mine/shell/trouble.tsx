// Knows what is said where the service could not tell everything: honestly, and with a way on.
import { useMine, useMineTexts } from "../mine-context.tsx";
import { addressOf } from "../pages.ts";
import { Heading } from "./heading.tsx";
import { useChosen } from "./shell.tsx";
import { mineWords } from "./texts.ts";

export function Trouble() {
  const t = useMineTexts(mineWords);
  const { page } = useMine().data;
  const chosen = useChosen();
  return (
    <>
      <Heading title={t.pages[page]} />
      <div className="ds-alert mine-longer" data-color="warning" role="alert">
        <p>{t.trouble}</p>
        <p>{t.troubleNothingLost}</p>
        <a className="ds-link" href={addressOf(page, chosen)}>
          {t.tryAgain}
        </a>
      </div>
    </>
  );
}
