// Knows the tasks of the outbox: to send a message, and to see that none is left without a job.
import type { Task } from "../jobs/run-jobs.ts";
import type { Store } from "../store/store.ts";
import { sendMessage } from "./sending/send-message.ts";
import type { SendingSettings } from "./sending/sending-settings.ts";
import { EVERY_MINUTE, sweepOutbox } from "./sending/sweep-outbox.ts";
import { SEND_TASK } from "./write-message.ts";

export function outboxTasks(store: Store, settings: SendingSettings): readonly Task[] {
  return [
    {
      name: SEND_TASK,
      work: (messageId, attempt) => sendMessage(store, settings, { messageId, attempt }),
    },
    {
      name: "sweep-outbox",
      everyMinute: true,
      work: async () => {
        await sweepOutbox(store.database.pool, EVERY_MINUTE);
      },
    },
  ];
}
