import { judgedWithCluster } from "../cluster-member";
import { defineControl } from "../control";
import { mustHaveUsernameOfItsOwn } from "../master-user";

export const masterUsername = defineControl<"dbInstances", { defaultUsernames: readonly string[] }>({
  id: "rds-instance-master-username",
  title: "RDS instance has a master user whose name nobody guesses",
  subject: "dbInstances",
  severity: "medium",
  why: "With a default name an attacker has half of the credentials beforehand.",
  remediation: "Set username to a name of your own; on an existing instance that makes a new one.",
  peerIds: {
    securityHub: ["RDS.25"],
    nist: ["CA-9(1)", "CM-2"],
    pci: ["2.2.2"],
    prowler: ["rds_instance_default_admin"],
  },
  options: {
    defaultUsernames: {
      schema: { type: "array", items: { type: "string" }, description: "Names that count as default ones." },
      default: ["admin", "postgres", "root", "sa", "administrator", "rdsadmin"],
    },
  },
  looksAt: "resource",
  evaluate: (instance, _inventory, { defaultUsernames }) =>
    judgedWithCluster(instance, "users and passwords") ??
    mustHaveUsernameOfItsOwn("username", instance.masterUsername, defaultUsernames),
});
