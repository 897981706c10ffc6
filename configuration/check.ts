import type { AnyControl } from "../controls";
import { configurationSchema } from "./configuration-schema";
import { faultsOf } from "./faults";
import { type ConfigurationFile, toVersion2 } from "./file";
import { byLine, type Problem } from "./problem";
import { sentenceOf } from "./sentences";
import { readJson } from "./source";
import { withoutEffect } from "./without-effect";

export interface CheckedConfiguration {
  /** In the order of the file; none where it is right. */
  readonly problems: readonly Problem[];
  /** What the file says, as its version 2; undefined where it has errors. */
  readonly configuration?: ConfigurationFile;
}

/** Reads what `--policy-pack-config` takes, and says everything that Pulumi or the policy pack would refuse or ignore. */
export function checkConfiguration(text: string, controls: readonly AnyControl[]): CheckedConfiguration {
  const source = readJson(text);
  if (source.value === undefined) {
    return { problems: source.problems };
  }
  const { value } = source;
  // https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go, where text is no version
  const stated = typeof (value as { version?: unknown } | null)?.version;
  const version = stated === "number" || stated === "string" ? 2 : 1;
  const faults = faultsOf(configurationSchema(controls), value).map((fault) => ({
    line: source.lineOf(
      fault.key === undefined || fault.keyword === "required" ? fault.path : [...fault.path, fault.key],
    ),
    severity: "error" as const,
    message: sentenceOf(fault, version, controls),
  }));
  const errors = [...source.problems, ...faults];
  if (errors.length > 0) {
    return { problems: byLine(errors) };
  }
  const configuration = toVersion2(value as ConfigurationFile);
  return { problems: byLine(withoutEffect(configuration, version, source, controls)), configuration };
}
