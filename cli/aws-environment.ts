import type { Command } from "commander";
import { didYouMean } from "../controls/nearest";

/**
 * Refuses, before AWS is asked anything, a profile that is nowhere and addresses of endpoints or of a proxy that are none:
 * the SDK's words for them come late, and name none of them.
 */
export async function refuseEnvironment(
  command: Command,
  profile: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  refuseAddresses(command, env);
  // A profile goes before keys in the environment, in the SDK's chain too.
  const wanted = profile ?? (env.AWS_PROFILE || undefined);
  // Without one of this name the SDK goes on to other credentials.
  if (wanted !== undefined && wanted !== "default") {
    await refuseProfile(command, profile === undefined ? "AWS_PROFILE" : "--profile", wanted, env);
  }
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function refuseAddresses(command: Command, env: NodeJS.ProcessEnv): void {
  const endpoints = Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name));
  // The first of them counts, as in other programs.
  const proxy = ["https_proxy", "HTTPS_PROXY"].find((name) => env[name]);
  for (const name of [...endpoints, ...(proxy === undefined ? [] : [proxy])]) {
    const value = env[name];
    if (value && !isAddress(value)) {
      const shown = value.replace(/^.*@/s, "...@");
      const example = name === proxy ? "http://proxy.example.com:3128" : "http://localhost:4566";
      command.error(
        `error: ${name} is '${shown}'; it must be a URL that begins with http:// or https://, as in ${example}`,
      );
    }
  }
}

function isAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

async function refuseProfile(command: Command, option: string, name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { readProfiles } = await import("../audit/read/profiles");
  const { names, files } = await readProfiles(env);
  if (!names.includes(name)) {
    const [config, credentials] = files;
    const [where, have] =
      config === credentials
        ? [`not in ${config}`, "it has"]
        : [`neither in ${config} nor in ${credentials}`, "they have"];
    const there = names.length === 0 ? "none" : names.join(", ");
    command.error(
      `error: ${option} is '${name}', a profile that is ${where}; ${have} ${there}.${didYouMean(name, names)}`,
    );
  }
}
