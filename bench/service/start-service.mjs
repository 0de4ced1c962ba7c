// Knows how the service is started in a process of its own on a data directory, with nobody having to log in, and stopped.
import { fileURLToPath } from "node:url";
import { startWorker } from "../worker.mjs";

const PROGRAM = fileURLToPath(new URL("./serve.mjs", import.meta.url));

export async function startServiceProcess(dataDir) {
  const worker = startWorker(PROGRAM, [dataDir]);
  const url = await worker.ask({ ask: "url" });
  const stop = async () => {
    await worker.ask({ ask: "close" });
    await worker.stop();
  };
  return { url, pid: worker.pid, stop };
}
