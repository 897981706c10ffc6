import { join } from "node:path";
import type { AccountAddresses } from "./account/account";
import { prepended } from "./toolchain/toolchain";

/** What the commands in the sandbox are told about it. */
export interface SandboxFacts {
  /** Folders that go to the front of PATH. */
  readonly path: readonly string[];
  /** The temporary folder of this run. */
  readonly folder: string;
  /** A text that all processes of this run carry in their environment. */
  readonly run: string;
  readonly account: AccountAddresses;
  /** The Python that the account runs on, with its AWS client library. */
  readonly python: string;
  /** The Python of programs, where there is one. */
  readonly programPython?: string;
}

export const REGION = "us-east-1";

/** Marks the processes of a run, so that none is left behind. */
export const RUN_VARIABLE = "AWS_SECURE_DATABASE_SANDBOX";

/** Of these only what the sandbox sets itself may reach a command: they decide which account and backend is used. */
const SCRUBBED = /^(AWS_|PULUMI_|(HTTPS?|ALL|NO)_PROXY$|BOTO_CONFIG$)/i;
const OURS = /^AWS_SECURE_DATABASE_/;

/** The user's environment without anything that points to an AWS account, a Pulumi backend or a proxy. */
export function scrubbed(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => OURS.test(name) || !SCRUBBED.test(name)));
}

/** The environment of the commands in the sandbox. */
export function commandEnvironment(environment: NodeJS.ProcessEnv, facts: SandboxFacts): NodeJS.ProcessEnv {
  const { account, folder } = facts;
  return {
    ...scrubbed(environment),
    PATH: prepended(facts.path, environment.PATH),
    [RUN_VARIABLE]: facts.run,

    // Every AWS host is reached through the emulated account's proxy. A client that ignores the proxy still has
    // nothing but these credentials, which no real account knows.
    HTTPS_PROXY: account.proxy,
    NO_PROXY: "127.0.0.1,localhost",
    AWS_CA_BUNDLE: account.certificateAuthority,
    // Packages do not come from AWS: npm goes to its registry and not to the account. The public one ends in ".org".
    npm_config_noproxy: environment.npm_config_registry ? new URL(environment.npm_config_registry).hostname : "org",
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: emptyFile(folder),
    AWS_SHARED_CREDENTIALS_FILE: emptyFile(folder),
    SANDBOX_ENDPOINT_URL: account.endpoint,
    SANDBOX_PYTHON: facts.python,
    SANDBOX_DENY_FILE: environment.SANDBOX_DENY_FILE ?? join(folder, "deny"),

    PULUMI_HOME: join(folder, "pulumi-home"),
    PULUMI_BACKEND_URL: `file://${backendFolder(folder)}`,
    PULUMI_CONFIG_PASSPHRASE: "sandbox",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // A plugin that is missing is an error at once; the engine would try to download it through the proxy.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // The type check of a program is a step of its own (npm run typecheck).
    TS_NODE_TRANSPILE_ONLY: "1",
    ...(facts.programPython === undefined ? {} : { PULUMI_PYTHON_CMD: facts.programPython }),
  };
}

/** The environment of the account's own process: the user's without proxies, with the test hooks. */
export function accountProcessEnvironment(
  environment: NodeJS.ProcessEnv,
  folder: string,
  run: string,
): NodeJS.ProcessEnv {
  return {
    ...scrubbed(environment),
    [RUN_VARIABLE]: run,
    SANDBOX_DENY_FILE: environment.SANDBOX_DENY_FILE ?? join(folder, "deny"),
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

/** An AWS configuration file without anything in it. */
export function emptyFile(folder: string): string {
  return join(folder, "empty");
}

/** Where Pulumi keeps the state of this run. */
export function backendFolder(folder: string): string {
  return join(folder, "backend");
}
