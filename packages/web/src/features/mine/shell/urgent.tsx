// Knows whom to call when it cannot wait: at the same place on every page, and on paper.
import { useAge, useMineTexts } from "../mine-context.tsx";
import { mineWords } from "./texts.ts";
import { URGENT_NUMBERS } from "./urgent-numbers.ts";

export function Urgent() {
  const t = useMineTexts(mineWords);
  const age = useAge();
  const numbers = URGENT_NUMBERS.filter(({ forAge }) => forAge === undefined || forAge === age);
  return (
    <aside className="mine-urgent" aria-label={t.urgent}>
      <ul>
        {numbers.map(({ id, number }) => (
          <li key={id}>
            {t.urgentFor[id]}{" "}
            <a className="ds-link" href={`tel:${number.replaceAll(" ", "")}`}>
              {number}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
