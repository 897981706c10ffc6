// Runs a bundled function as Lambda's runtime does: one call at a time, in a process that may be killed.
const [, , bundle, name = "handler"] = process.argv;
const handler = require(bundle)[name];

process.on("message", async ({ event, timeout }) => {
  const end = Date.now() + timeout;
  const before = process.cpuUsage();
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  try {
    const response = await handler(event, { getRemainingTimeInMillis: () => end - Date.now() });
    process.send({ response, cpuSeconds: cpuSeconds() });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error), name: error?.name, cpuSeconds: cpuSeconds() });
  }
});
