import type { Inventory, SecretPolicy } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { notApplicable } from "../answers";
import { defineControl } from "../control";
import { mustNotBePublic, type Trust } from "../resource-policy";
import { isDatabaseSecret } from "./database-secrets";

export const policyNotPublic = defineControl<"secretPolicies", { trustedAccounts: readonly string[] }>({
  id: "database-secret-policy-not-public",
  title: "Policy of a secret lets in nobody from outside",
  subject: "secretPolicies",
  severity: "high",
  why: "Whoever may read the secret has the password of the database.",
  remediation: "Name principals of the account in policy, or add a condition on aws:PrincipalOrgID.",
  peerIds: { prowler: ["secretsmanager_not_publicly_accessible", "secretsmanager_has_restrictive_resource_policy"] },
  options: {
    trustedAccounts: {
      schema: {
        type: "array",
        items: { type: "string" },
        description: "Ids of other accounts that may be let in to secrets with database passwords.",
      },
      default: [],
    },
  },
  looksAt: "inventory",
  evaluate: (policy, inventory, { trustedAccounts }) =>
    mustNotBePublic(policy.document, {
      name: "policy",
      absent: notApplicable("the secret has no policy"),
      ...trustOf(policy, inventory, trustedAccounts),
    }),
});

/** A secret of something else may have reasons of its own for another account, but none for everybody. */
function trustOf(policy: SecretPolicy, inventory: Inventory, accounts: readonly string[]): { trust?: Trust } {
  const secret = resolve(inventory, "secrets", policy.secret, policy);
  if (secret.to !== "resource" || isDatabaseSecret(secret.resource, inventory) !== true) {
    return {};
  }
  const arn = secret.resource.identifiers.find((identifier) => identifier.startsWith("arn:"));
  return { trust: { own: arn?.split(":")[4], accounts } };
}
