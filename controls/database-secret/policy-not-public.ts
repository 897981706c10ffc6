import type { Inventory, SecretPolicy } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { namesDatabaseSecret } from "../database-secrets";
import { mustNotBePublic } from "../resource-policy";
import { accountId } from "../text-schemas";

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
        items: accountId,
        description: "Ids of other accounts that may be let in to secrets with database passwords.",
      },
      default: [],
    },
  },
  looksAt: "inventory",
  evaluate: judge,
});

/** A secret of something else may have reasons of its own for another account, but none for everybody. */
function judge(
  policy: SecretPolicy,
  inventory: Inventory,
  { trustedAccounts: accounts }: { readonly trustedAccounts: readonly string[] },
): Answer {
  const rules = { name: "policy", absent: notApplicable("the secret has no policy") };
  const ofDatabase = namesDatabaseSecret(policy.secret, inventory);
  const ofAny = mustNotBePublic(policy.document, rules);
  if (ofDatabase === false || ofAny.answer === "fails") {
    return ofAny;
  }
  const trust = { own: accountOf(policy, inventory), accounts };
  const ofOwn = mustNotBePublic(policy.document, { ...rules, trust });
  return isUnknown(ofDatabase) && ofOwn.answer === "fails" ? undecided(ofDatabase.waitsFor) : ofOwn;
}

/** The account of the secret, by its ARN. */
function accountOf({ secret: reference }: SecretPolicy, inventory: Inventory): string | undefined {
  const secret = resolve(inventory, "secrets", reference);
  const identifiers = [
    ...(typeof reference === "string" ? [reference] : []),
    ...(secret.to === "resource" ? secret.resource.identifiers : []),
  ];
  return identifiers.find((identifier) => identifier.startsWith("arn:"))?.split(":")[4];
}
