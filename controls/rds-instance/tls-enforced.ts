import { defineControl } from "../control";
import { mustMeetRequirement } from "../engine-requirement";

export const tlsEnforced = defineControl<"dbInstances", object>({
  id: "rds-instance-tls-enforced",
  title: "RDS instance refuses connections without TLS",
  subject: "dbInstances",
  severity: "high",
  why: "Without enforcement a client can send passwords, queries and rows in clear text and nobody notices.",
  remediation:
    "Give the instance a parameter group of its own that forces TLS: rds.force_ssl 1 on PostgreSQL and SQL Server, require_secure_transport ON on MySQL and MariaDB, db2comm SSL on Db2; on Oracle an option group with NATIVE_NETWORK_ENCRYPTION and SQLNET.ENCRYPTION_SERVER REQUIRED.",
  peerIds: {
    securityHub: ["RDS.38", "RDS.39", "RDS.41", "RDS.44"],
    checkov: ["CKV2_AWS_69"],
    prowler: ["rds_instance_transport_encrypted"],
  },
  options: {},
  looksAt: "inventory",
  evaluate: (instance, inventory) => mustMeetRequirement(instance, inventory, ({ tls }) => tls),
});
