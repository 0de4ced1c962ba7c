// Knows the ways to the login and out of it.
import { postLogout } from "../../app/api/request.ts";

/** To the login, and after it back to this page. */
export function goToLogin(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/login?returnTo=${encodeURIComponent(`${pathname}${search}`)}`);
}

/** Out for good, whoever holds the session's cookie; then to the login, for whoever comes next. */
export async function logOut(): Promise<void> {
  await postLogout();
  window.location.assign("/login");
}
