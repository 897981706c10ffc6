import { defineControl } from "../control";
import { mustMeetRequirement } from "../engine-requirement";

export const statementLogging = defineControl<"dbInstances", { profile: "baseline" | "strict" }>({
  id: "rds-instance-statement-logging",
  title: "RDS instance logs DDL statements, connections and disconnections",
  subject: "dbInstances",
  severity: "medium",
  why: "Without a trail nobody can tell who connected and who changed the schema or its grants.",
  remediation:
    "Give the instance a parameter group or option group of its own with its engine's audit settings, such as log_statement ddl, log_connections 1 and log_disconnections 1 on postgres.",
  peerIds: { checkov: ["CKV2_AWS_30"] },
  options: {
    profile: {
      schema: {
        type: "string",
        enum: ["baseline", "strict"],
        description: "strict: postgres must also write an audit trail with the extension pgaudit.",
      },
      default: "baseline",
    },
  },
  looksAt: "inventory",
  evaluate: (instance, inventory, { profile }) =>
    mustMeetRequirement(instance, inventory, ({ audit, strictAudit }) =>
      profile === "strict" ? (strictAudit ?? audit) : audit,
    ),
});
