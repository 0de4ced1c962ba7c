// Knows the roles of the database that the service works as; sql/0012 says what each may.

/** Answers requests: sees what whoever asks may see, and nothing before it is said who asks. */
export const SERVICE_ROLE = "rettvei_service";

/** Does what is not asked by a person, or needs more than the person may see. */
export const SYSTEM_ROLE = "rettvei_system";
