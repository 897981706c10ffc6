import { loadSharedConfigFiles } from "@smithy/core/config";

/** The profiles that there are. */
export interface Profiles {
  readonly names: readonly string[];
  /** Where they were looked for, as people write it. */
  readonly files: readonly [config: string, credentials: string];
}

/** Reads the names of profiles, and nothing else of the files: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
export async function readProfiles({
  AWS_CONFIG_FILE: config,
  AWS_SHARED_CREDENTIALS_FILE: credentials,
}: NodeJS.ProcessEnv): Promise<Profiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    ...(config ? { configFilepath: config } : {}),
    ...(credentials ? { filepath: credentials } : {}),
    ignoreCache: true,
  });
  // Sections of another kind have it before a dot: "sso-session.work".
  const names = Object.keys({ ...configFile, ...credentialsFile }).filter(
    (key) => !/^(sso-session|services)\./.test(key),
  );
  return { names: names.sort(), files: [config || "~/.aws/config", credentials || "~/.aws/credentials"] };
}
