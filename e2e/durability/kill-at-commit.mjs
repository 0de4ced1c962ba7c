// Knows how a process dies between a commit and its answer: after SIGUSR2, with the next commit that succeeds.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../packages/service/package.json", import.meta.url));
const { query } = require("pg").Client.prototype;
let armed = false;
process.on("SIGUSR2", () => {
  armed = true;
});

require("pg").Client.prototype.query = function queryOrDie(...args) {
  const result = query.apply(this, args);
  if (!armed || args[0] !== "COMMIT") return result;
  return result.then(() => {
    process.kill(process.pid, "SIGKILL");
    return new Promise(() => undefined);
  });
};
