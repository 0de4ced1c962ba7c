// Knows the leader's integrity list: what was there first, what came after, who, and why.
import { useQuery } from "@tanstack/react-query";
import { useNames } from "../../app/api/use-names.ts";
import { Answered } from "../../components/answered.tsx";
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { integrityQuery } from "./leader-queries.ts";
import { CourseLink, Part, PartTable } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

function Day({ on }: { readonly on: string | null }) {
  return on === null ? "–" : <DateText on={on} />;
}

export function Integrity({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  const names = useNames();
  return (
    <Part title={t.integrity}>
      <p className="subtle">{t.integrityLead}</p>
      <Answered question={useQuery(integrityQuery(unitId))}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="subtle">{t.noIntegrity}</p>
          ) : (
            <PartTable
              title={t.integrity}
              columns={[t.kind, t.patient, t.first, t.after, t.who, t.reason]}
            >
              {rows.map((row, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same of one course
                <tr key={place}>
                  <th scope="row">
                    {t.kinds[row.kind]}
                    {row.event !== null && (
                      <span className="subtle"> · {names.event(row.event)}</span>
                    )}
                    {row.count !== null && (
                      <span className="subtle">
                        {" "}
                        · {row.courseId === null ? t.many(row.count) : t.times(row.count)}
                      </span>
                    )}
                  </th>
                  <td>
                    {row.courseId === null || row.patient === null ? (
                      "–"
                    ) : (
                      <CourseLink courseId={row.courseId} patient={row.patient} />
                    )}
                  </td>
                  <td>
                    <Day on={row.originalOn} />
                  </td>
                  <td>
                    <Day on={row.newOn} />
                  </td>
                  <td>{row.by ?? t.loaded}</td>
                  <td>{row.reason === null ? t.noReason : t.reasons[row.reason]}</td>
                </tr>
              ))}
            </PartTable>
          )
        }
      </Answered>
    </Part>
  );
}
