// Knows the statement on accessibility as patients find it: what was tried, with which result, and whom to tell.

import { Statement } from "../../accessibility/statement.tsx";
import { accessibilityTexts } from "../../accessibility/texts.ts";
import { useMine, useMineTexts } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";

export function AccessibilityPage() {
  const t = useMineTexts(accessibilityTexts);
  const { criteria = [] } = useMine().data;
  return (
    <>
      <Heading title={t.title} lead={t.lead} />
      <div className="accessibility mine-statement">
        <Statement t={t} criteria={criteria} />
      </div>
    </>
  );
}
