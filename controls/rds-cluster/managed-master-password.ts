import { defineControl } from "../control";
import { mustNotKeepPassword } from "../master-user";

export const managedMasterPassword = defineControl<"dbClusters", object>({
  id: "rds-cluster-managed-master-password",
  title: "RDS cluster keeps its master password out of the program and its state",
  subject: "dbClusters",
  severity: "high",
  why: "A password that a program sets can be read in its state by everybody who deploys it, and nobody rotates it.",
  remediation:
    "Set manageMasterUserPassword to true in place of masterPassword, or masterPasswordWo with masterPasswordWoVersion.",
  peerIds: {},
  options: {},
  // AWS does not tell how a password that it does not manage was given.
  gates: ["policy-pack"],
  looksAt: "resource",
  evaluate: ({ masterPassword }) => mustNotKeepPassword("masterPassword", masterPassword),
});
