// Runs the bundled consumer as Lambda's runtime does: one call at a time, in a process that may be killed.
const { handler } = require(process.argv[2]);

process.on("message", async ({ batch, timeout }) => {
  const end = Date.now() + timeout;
  try {
    process.send({ response: await handler(batch, { getRemainingTimeInMillis: () => end - Date.now() }) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
