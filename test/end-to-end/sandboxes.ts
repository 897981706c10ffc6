/**
 * Mocha's hooks: each of its workers has a sandbox of its own, so that an account, its stacks and their state belong to
 * the test file that runs. Within `npm run sandbox -- mocha ...` there is one already.
 */
import { startSandbox } from "../../sandbox/start";
import { prepareToolchain } from "../../sandbox/toolchain/toolchain";

const say = (message: string): void => void process.stderr.write(`sandbox: ${message}\n`);
const given = process.env.SANDBOX_ENDPOINT_URL !== undefined;

/** Once, in mocha's own process: what has to be built is built before the workers ask for it. */
export async function mochaGlobalSetup(): Promise<void> {
  if (!given) {
    await prepareToolchain(process.env, say, true);
  }
}

let started: Promise<void> | undefined;

/** Before each file, in the worker that runs it. The sandbox goes when its worker ends. */
export const mochaHooks = {
  async beforeAll(): Promise<void> {
    if (!given) {
      started ??= enterSandbox();
      await started;
    }
  },
};

async function enterSandbox(): Promise<void> {
  const { environment } = await startSandbox(process.env, say, true);
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) {
      delete process.env[name];
    }
  }
  Object.assign(process.env, environment);
}
