import { referrers } from "../../inventory/resolve";
import { all, notApplicable } from "../answers";
import { defineControl } from "../control";
import { mustNotBePublic } from "../resource-policy";

export const policyNotPublic = defineControl<"kmsKeys", object>({
  id: "database-key-policy-not-public",
  title: "Policy of a KMS key does not let everybody use it",
  subject: "kmsKeys",
  severity: "critical",
  why: "Whoever may use the key can decrypt every snapshot and backup that reaches them.",
  remediation: "Name the principals in policy, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.",
  peerIds: {
    securityHub: ["KMS.5"],
    checkov: ["CKV_AWS_33"],
    prowler: ["kms_key_not_publicly_accessible"],
  },
  options: {},
  looksAt: "inventory",
  evaluate(key, inventory) {
    if (key.manager === "aws") {
      return notApplicable("AWS manages the key");
    }
    const separate = referrers(inventory, "kmsKeyPolicies", "key", "kmsKeys", key).found;
    // Two resources for one policy overwrite each other, so that each of them counts.
    return all([key, ...separate].map(({ document }) => mustNotBePublic(document, { name: "policy" })));
  },
});
