// Knows the same page as one SQL query over what is kept, which judges nothing and counts nothing.

const PAGE = 50;

const ORDER = {
  dated: { where: "next_on IS NOT NULL", by: "next_on" },
  undated: { where: "next_on IS NULL", by: "last_event_on" },
};

function queryOf(group) {
  const { where, by } = ORDER[group];
  return `
    SELECT s.*, p.name, p.birth_year
    FROM rettvei.course_state s LEFT JOIN rettvei.patient p USING (patient_id)
    WHERE s.unit_id = $1 AND s.running AND ${where}
    ORDER BY s.${by}, s.course_id LIMIT ${PAGE}`;
}

/** Ids of the page's courses, in order. */
export async function pageBySql({ database }, unitId, group) {
  const query = { name: `bench-page-${group}`, text: queryOf(group), values: [unitId] };
  const { rows } = await database.pool.query(query);
  return rows.map((row) => row.course_id);
}
