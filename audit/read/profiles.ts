import { loadSharedConfigFiles } from "@smithy/core/config";

/** The profiles that there are. */
export interface Profiles {
  readonly names: readonly string[];
  /** What each of them that says so has for its region. */
  readonly regions: { readonly [name: string]: string | undefined };
  /** Where they were looked for, as people write it. */
  readonly files: readonly [config: string, credentials: string];
}

/** Reads the names of profiles and their regions, and nothing else of the files: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
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
  const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])].filter(
    (key) => !/^(sso-session|services)\./.test(key),
  );
  const regions = names.map((name) => [name, configFile[name]?.region ?? credentialsFile[name]?.region]);
  return {
    names: names.sort(),
    regions: Object.fromEntries(regions),
    files: [config || "~/.aws/config", credentials || "~/.aws/credentials"],
  };
}
