// Knows which running courses a unit has, for choosing one by its patient.
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";

export interface UnitCourse {
  readonly courseId: string;
  readonly label: string;
}

const PAGE = 200;
const GROUPS = ["dated", "undated"] as const;

interface Row {
  readonly courseId: string;
  readonly patient: {
    readonly patientId: string;
    readonly name: string | null;
    readonly birthYear: number | null;
  };
}

function labelOf({ patient: { patientId, name, birthYear } }: Row): string {
  return birthYear === null ? (name ?? patientId) : `${name ?? patientId} (${birthYear})`;
}

async function rowsOf(unitId: string, signal: AbortSignal): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const group of GROUPS) {
    let after: string | null = null;
    do {
      const page: { readonly rows: readonly Row[]; readonly next: string | null } = await answered(
        api.GET("/api/units/{unitId}/work-list", {
          params: {
            path: { unitId },
            query: { group, limit: PAGE, ...(after === null ? {} : { after }) },
          },
          signal,
        }),
      );
      rows.push(...page.rows);
      after = page.next;
    } while (after !== null);
  }
  return rows;
}

/** All of them, by name. */
export function unitCoursesQuery(unitId: string) {
  return queryOptions({
    queryKey: ["work-list", "courses-of-unit", unitId],
    queryFn: async ({ signal }): Promise<readonly UnitCourse[]> => {
      const rows = await rowsOf(unitId, signal);
      const labelled = rows.map((row) => ({ courseId: row.courseId, label: labelOf(row) }));
      return labelled.toSorted((a, b) => a.label.localeCompare(b.label, "nb"));
    },
  });
}
