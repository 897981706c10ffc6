import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

/** The `runtime: {options}` of Pulumi.yaml, PulumiPolicy.yaml or PulumiPlugin.yaml that matter here. */
export interface RuntimeOptions {
  readonly typescript: boolean;
  readonly nodeArguments: readonly string[];
}

/** Reads the runtime options of a program; TypeScript is on unless switched off. */
export function runtimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
  const options = info?.getOptions()?.toJavaScript() ?? {};
  const nodeargs = options.nodeargs;
  return {
    typescript: options.typescript !== false,
    nodeArguments: typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((part) => part !== "") : [],
  };
}
