/**
 * Mocha's hooks: each test file has a sandbox of its own, so that nothing of one is in the account of the next. Within
 * `npm run sandbox -- mocha ...` there is one already.
 */
import { type Sandbox, startSandbox } from "../../sandbox/start";
import { prepareToolchain } from "../../sandbox/toolchain/toolchain";

const say = (message: string): void => void process.stderr.write(`sandbox: ${message}\n`);
const given = process.env.SANDBOX_ENDPOINT_URL !== undefined;
const outside = { ...process.env };

/** Once, in mocha's own process: what has to be built is built before the workers ask for it. */
export async function mochaGlobalSetup(): Promise<void> {
  if (!given) {
    await prepareToolchain(process.env, say, true);
  }
}

let sandbox: Sandbox | undefined;

/** Around each file, in the worker that runs it. */
export const mochaHooks = {
  async beforeAll(): Promise<void> {
    if (!given) {
      sandbox = await startSandbox(outside, say, true);
      become(sandbox.environment);
    }
  },
  async afterAll(): Promise<void> {
    await sandbox?.stop();
    sandbox = undefined;
  },
};

function become(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) {
      delete process.env[name];
    }
  }
  Object.assign(process.env, environment);
}
