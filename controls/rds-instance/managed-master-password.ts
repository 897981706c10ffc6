import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { mustNotKeepPassword } from "../master-user";

export const managedMasterPassword = defineControl<"dbInstances", object>({
  id: "rds-instance-managed-master-password",
  title: "RDS instance keeps its master password in Secrets Manager",
  subject: "dbInstances",
  severity: "high",
  why: "A password that a program sets is in its state, its configuration and whatever made it, and is never rotated.",
  remediation: "Set manageMasterUserPassword to true and leave password out, or use passwordWo with passwordWoVersion.",
  peerIds: {},
  options: {},
  // AWS does not tell how a password that it does not manage was given.
  gates: ["policy-pack"],
  looksAt: "resource",
  evaluate: (instance) =>
    judgedWithCluster(instance, "users and passwords") ?? mustNotKeepPassword("password", instance.masterPassword),
});
