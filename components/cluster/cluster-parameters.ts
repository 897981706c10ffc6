import type { ClusterEngine } from "../../engines";
import { type GroupParameter, type Mandatory, mergeParameters } from "../rds/parameters";
import { type ArgumentChecks, show } from "../shared/arguments";
import type { ClusterEngineSettings } from "./cluster-engine";
import type { ClusterEngineArgs } from "./cluster-engine-arguments";

export interface ClusterParameters {
  readonly clusterParameters: readonly GroupParameter[];
  /** Absent: the members have none of their own. */
  readonly instanceParameters: readonly GroupParameter[] | undefined;
}

export function checkClusterParameters(
  checks: ArgumentChecks,
  args: ClusterEngineArgs,
  { engine, edition }: ClusterEngineSettings,
): ClusterParameters {
  const mandatory = mandatoryOf(engine);
  const own = args.instanceParameters ?? {};
  if (edition.instanceParameters === undefined && args.instanceParameters !== undefined) {
    checks.refuse(
      `instanceParameters is given, but the members of a Multi-AZ DB cluster of ${engine.name} have those of the ` +
        "cluster; give clusterParameters.",
    );
  }
  const given = (name: string): boolean => Object.keys(own).some((key) => key.toLowerCase() === name);
  for (const { setting } of mandatory) {
    if (given(setting.name) && !engine.instanceParameters.includes(setting.name)) {
      checks.refuse(
        `instanceParameters names ${show(setting.name)}, which ${engine.name} has for the whole cluster; ` +
          "give it in clusterParameters.",
      );
    }
  }
  return {
    clusterParameters: mergeParameters(
      checks,
      mandatory,
      withDefaults(edition.clusterParameters, args.clusterParameters),
      "clusterParameters",
    ),
    instanceParameters:
      edition.instanceParameters === undefined
        ? undefined
        : mergeParameters(
            checks,
            // What a member leaves out, the cluster decides.
            mandatory.filter(({ setting }) => given(setting.name)),
            withDefaults(edition.instanceParameters, own),
            "instanceParameters",
          ),
  };
}

function mandatoryOf({ tls, statementLogging = [], audit = [] }: ClusterEngine): Mandatory[] {
  return [
    ...tls.map((setting) => ({ control: "rds-cluster-tls-enforced", setting }) as const),
    ...statementLogging.map((setting) => ({ control: "rds-cluster-statement-logging", setting }) as const),
    ...audit.map((setting) => ({ control: "rds-cluster-audit-logging", setting }) as const),
  ];
}

function withDefaults(
  defaults: Readonly<Record<string, string>>,
  own: NonNullable<ClusterEngineArgs["clusterParameters"]> = {},
): NonNullable<ClusterEngineArgs["clusterParameters"]> {
  const names = Object.keys(own).map((name) => name.toLowerCase());
  return { ...Object.fromEntries(Object.entries(defaults).filter(([name]) => !names.includes(name))), ...own };
}
