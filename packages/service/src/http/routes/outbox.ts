// Knows all routes of messages to others.
import type { Guard } from "../guarded.ts";
import { addAddressRoutes } from "./addresses.ts";
import { addMessageRoutes } from "./messages.ts";
import { addNoticeChoiceRoutes } from "./notice-choice.ts";
import { addReceiptRoute } from "./receipts.ts";

export function addOutboxRoutes(guard: Guard): void {
  addMessageRoutes(guard);
  addReceiptRoute(guard);
  addAddressRoutes(guard);
  addNoticeChoiceRoutes(guard);
}
