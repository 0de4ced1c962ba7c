// Knows how a process of its own is asked, one question at a time: what it loads cannot slow the others down.
import { fork } from "node:child_process";
import { once } from "node:events";

/** Starts the program; `ask` answers what it answered, `stop` lets it end. */
export function startWorker(file, args, options = {}) {
  const child = fork(file, args, options);
  const failed = once(child, "exit").then(([code, signal]) => {
    throw new Error(`${file}: expected an answer, got its end (${signal ?? `code ${code}`})`);
  });
  failed.catch(() => undefined); // told to whoever asks
  return {
    pid: child.pid,
    async ask(question) {
      const answered = once(child, "message");
      child.send(question);
      const [answer] = await Promise.race([answered, failed]);
      return answer;
    },
    async stop() {
      child.removeAllListeners("exit");
      if (child.connected) child.disconnect();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** The other end: answers each question until the parent lets go. */
export function answerParent(answer) {
  process.on("message", (question) => {
    answer(question).then(
      (answered) => process.send(answered),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
