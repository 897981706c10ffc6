import type { Engine } from "../../engines";
import { isUnknown, type Value } from "../../inventory/value";
import { fails, holds, notApplicable, undecided } from "../answers";
import { judgedWithCluster } from "../cluster-member";
import { type Answer, defineControl } from "../control";
import { leftToCustomer } from "../custom-engine";
import { engineOf } from "../instance-engine";

/** What the provider takes: https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#enabledcloudwatchlogsexports_nodejs */
const types = [
  "agent",
  "alert",
  "audit",
  "diag.log",
  "error",
  "general",
  "iam-db-auth-error",
  "listener",
  "notify.log",
  "oemagent",
  "postgresql",
  "slowquery",
  "trace",
  "upgrade",
];

export const logsExported = defineControl<"dbInstances", { types: readonly string[] }>({
  id: "rds-instance-logs-exported",
  title: "RDS instance exports its logs to CloudWatch Logs",
  subject: "dbInstances",
  severity: "medium",
  why: "Logs that stay on the host are gone after days, or with the instance, and nobody is alarmed by them.",
  remediation:
    "Set enabledCloudwatchLogsExports to the log types of the engine, and switch on in its parameter group and option group what they export (on mysql and mariadb general_log, slow_query_log, log_output FILE and the audit plugin).",
  peerIds: {
    securityHub: ["RDS.9", "RDS.36", "RDS.40", "RDS.42"],
    nist: [
      "AC-2(4)",
      "AC-4(26)",
      "AC-6(9)",
      "AU-2",
      "AU-3",
      "AU-6(3)",
      "AU-6(4)",
      "AU-10",
      "AU-12",
      "CA-7",
      "SC-7(9)",
      "SC-7(10)",
      "SI-3(8)",
      "SI-4(20)",
      "SI-7(8)",
    ],
    pci: ["10.2.1", "10.4.2"],
    checkov: ["CKV_AWS_129"],
    prowler: ["rds_instance_integration_cloudwatch_logs"],
  },
  options: {
    types: {
      schema: {
        type: "array",
        items: { type: "string", enum: types },
        description:
          "Log types that are required, of those that the engine has; none: all that carry its audit trail and errors.",
      },
      default: [],
    },
  },
  looksAt: "both",
  evaluate(instance, inventory, options) {
    const elsewhere = judgedWithCluster(instance, "logs") ?? leftToCustomer(instance, inventory, "log exports");
    if (elsewhere !== undefined) {
      return elsewhere;
    }
    const engine = engineOf(instance, inventory);
    if (isUnknown(engine)) {
      return undecided(engine.waitsFor);
    }
    const required = requiredOf(engine.facts, options.types);
    return required.length === 0
      ? notApplicable("its engine has none of the log types that are required")
      : mustExport(instance.logExports, required);
  },
});

function requiredOf({ logExports, optionalLogExports = [] }: Engine, asked: readonly string[]): readonly string[] {
  return asked.length === 0
    ? logExports
    : [...logExports, ...optionalLogExports].filter((type) => asked.includes(type));
}

function mustExport(exports: Value<readonly Value<string>[]>, required: readonly string[]): Answer {
  if (isUnknown(exports)) {
    return undecided(exports.waitsFor);
  }
  const needed = `it must hold ${required.join(", ")}`;
  const missing = required.filter((type) => !(exports ?? []).includes(type));
  if (missing.length === 0) {
    return holds;
  }
  // Each element that is not known yet can be one of those that are missing.
  const open = (exports ?? []).filter(isUnknown);
  const [first] = open;
  if (first !== undefined && open.length >= missing.length) {
    return undecided(first.waitsFor);
  }
  return exports === undefined || exports.length === 0
    ? fails("enabledCloudwatchLogsExports is not set (no log is exported)", needed)
    : fails(`enabledCloudwatchLogsExports lacks ${missing.join(", ")}`, needed);
}
