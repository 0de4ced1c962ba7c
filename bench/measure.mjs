// Knows the measurements by name, and makes one of them in this process, telling its report to the parent.

const MEASUREMENTS = {
  judging: async (options) => (await import("./judging.mjs")).measureJudging(options),
  cli: async (options) => (await import("./cli.mjs")).measureCli(options),
  "work-list": async (options) => (await import("./work-list.mjs")).measureWorkList(options),
  load: async (options) => (await import("./load.mjs")).measureLoad(options),
  web: async (options) => (await import("./web.mjs")).measureWeb(options),
  memory: async (options) => (await import("./memory.mjs")).measureMemory(options),
};

const [name, options] = process.argv.slice(2);
process.send(await MEASUREMENTS[name](JSON.parse(options)));
process.disconnect();
