import type { EnforcementLevel } from "./levels";

/** How a policy is configured: its level alone, or with its options. */
export type PolicyConfiguration =
  | EnforcementLevel
  | { readonly enforcementLevel?: EnforcementLevel; readonly [option: string]: unknown };

/** One of Pulumi's own exceptions. */
export interface NativeException {
  readonly reason: string;
  /** A violation is exempted where its policy and the exact URN of its resource stand in one entry. */
  readonly match: readonly PolicyExceptionMatch[];
}

export interface PolicyExceptionMatch {
  readonly policies: readonly string[];
  /** Exact URNs. */
  readonly targets: readonly string[];
}

/**
 * Version 2 of the file that `--policy-pack-config` takes.
 * https://www.pulumi.com/docs/discovery-governance/concepts/policy-as-code/policy-exceptions/
 */
export interface ConfigurationFile {
  readonly $schema?: string;
  readonly version: 2;
  /** By policy; "all" is every policy. */
  readonly policies?: { readonly [policy: string]: PolicyConfiguration };
  /** Pulumi ESC environments. */
  readonly environments?: readonly string[];
  /** By id. */
  readonly exceptions?: { readonly [id: string]: NativeException };
}

/** Version 1 has the policies, and beside them the environments, at its top. */
export function toVersion2(file: ConfigurationFile | { readonly [policy: string]: unknown }): ConfigurationFile {
  if (typeof file.version === "number") {
    return file as ConfigurationFile;
  }
  const { environments, ...policies } = file;
  return {
    version: 2,
    policies: policies as ConfigurationFile["policies"],
    ...(environments === undefined ? {} : { environments: environments as readonly string[] }),
  };
}
