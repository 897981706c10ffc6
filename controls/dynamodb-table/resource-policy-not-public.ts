import type { DynamodbResourcePolicy, Inventory } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { defineControl } from "../control";
import { accountIn } from "../limiting-condition";
import { mustNotBePublic } from "../resource-policy";
import { accountId } from "../text-schemas";

export const resourcePolicyNotPublic = defineControl<
  "dynamodbResourcePolicies",
  { trustedAccounts: readonly string[] }
>({
  id: "dynamodb-table-resource-policy-not-public",
  title: "Policy of a DynamoDB table lets in trusted accounts only",
  subject: "dynamodbResourcePolicies",
  severity: "high",
  why: "Whoever a table's own policy lets in needs no role of the account to read or change its items.",
  remediation: "Name roles of the table's own account or of trusted ones as Principal in policy.",
  peerIds: { prowler: ["dynamodb_table_cross_account_access"] },
  options: {
    trustedAccounts: {
      schema: {
        type: "array",
        items: accountId,
        description: "Ids of accounts that tables may let in besides their own.",
      },
      default: [],
    },
  },
  looksAt: "both",
  evaluate: (policy, inventory, { trustedAccounts }) =>
    mustNotBePublic(policy.document, {
      name: "policy",
      trust: { own: accountOf(policy, inventory), accounts: trustedAccounts },
    }),
});

/** The account of the table, by its ARN. */
function accountOf({ resource }: DynamodbResourcePolicy, inventory: Inventory): string | undefined {
  const table = resolve(inventory, "dynamodbTables", resource);
  const known = [
    typeof resource === "string" ? resource : "",
    ...(table.to === "resource" ? table.resource.identifiers : []),
  ];
  return known.filter((identifier) => identifier.startsWith("arn:")).map(accountIn)[0];
}
