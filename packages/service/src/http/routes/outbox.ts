// Knows all routes of messages, to others and from them.

import type { SchemaCheck } from "../../intake/schema-check.ts";
import type { Guard } from "../guarded.ts";
import { addAddressRoutes } from "./addresses.ts";
import { addIncomingRoute } from "./incoming.ts";
import { addMessageRoutes } from "./messages.ts";
import { addNoticeChoiceRoutes } from "./notice-choice.ts";
import { addReceiptRoute } from "./receipts.ts";
import { addReceivedRoutes } from "./received.ts";

export async function addOutboxRoutes(guard: Guard, check?: SchemaCheck): Promise<void> {
  addMessageRoutes(guard);
  addReceiptRoute(guard);
  addAddressRoutes(guard);
  addNoticeChoiceRoutes(guard);
  addReceivedRoutes(guard);
  await addIncomingRoute(guard, check);
}
