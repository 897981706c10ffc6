import type { Command } from "commander";
import { didYouMean } from "../controls/nearest";

/**
 * Refuses, before AWS is asked anything, a profile that is nowhere and addresses of endpoints that are none: the SDK's
 * words for either come late, and name neither.
 */
export async function refuseEnvironment(
  command: Command,
  profile: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  refuseEndpoints(command, env);
  // A profile goes before keys in the environment, in the SDK's chain too.
  const wanted = profile ?? (env.AWS_PROFILE || undefined);
  // Without one of this name the SDK goes on to other credentials.
  if (wanted !== undefined && wanted !== "default") {
    await refuseProfile(command, profile === undefined ? "AWS_PROFILE" : "--profile", wanted, env);
  }
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function refuseEndpoints(command: Command, env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    if (/^AWS_ENDPOINT_URL(_|$)/.test(name) && value && !isAddress(value)) {
      const shown = value.replace(/^.*@/, "...@");
      command.error(
        `error: ${name} is '${shown}'; it must be a URL that begins with http:// or https://, as in http://localhost:4566`,
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
    const there = names.length === 0 ? "they have none" : `they have ${names.join(", ")}`;
    command.error(
      `error: ${option} is '${name}', a profile that is neither in ${files.join(" nor in ")}; ${there}.${didYouMean(name, names)}`,
    );
  }
}
