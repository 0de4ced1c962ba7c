// Knows how sure a login must be: level 4, which is "high", and nothing said against it.

const LEVEL = "helseid://claims/identity/security_level";
const ASSURANCE = "helseid://claims/identity/assurance_level";
const HIGHEST = "4";
const HIGH = "high";

/** Whether claims of a token say that the person was known for certain. At least one must say so, and none less. */
export function isAssured(claims: Readonly<Record<string, unknown>>): boolean {
  const level = claims[LEVEL];
  const assurance = claims[ASSURANCE];
  if (level === undefined && assurance === undefined) return false;
  return (
    (level === undefined || level === HIGHEST) && (assurance === undefined || assurance === HIGH)
  );
}
