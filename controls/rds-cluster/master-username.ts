import { defineControl } from "../control";
import { mustHaveUsernameOfItsOwn } from "../master-user";

export const masterUsername = defineControl<"dbClusters", object>({
  id: "rds-cluster-master-username",
  title: "RDS cluster has a master user name of its own",
  subject: "dbClusters",
  severity: "medium",
  why: "A default name is half of what somebody needs who guesses passwords.",
  remediation: "Set masterUsername to a name of your own; on an existing cluster that makes a new one.",
  peerIds: {
    securityHub: ["RDS.24"],
    nist: ["CA-9(1)", "CM-2"],
    pci: ["2.2.2"],
    prowler: ["rds_cluster_default_admin"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ masterUsername: name }) => mustHaveUsernameOfItsOwn("masterUsername", name),
});
