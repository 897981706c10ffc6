import type { PolicyDocument, Statement } from "../../inventory/policy-document";
import { isUnknown, type Unknown } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { arnPattern, isOfService, takesIn, unnamed } from "../arn-pattern";
import { type Answer, defineControl } from "../control";
import { fits } from "../wildcards";
import { byNotAction, covers, judgePolicy } from "./grants";

/** A key id of the usual form. */
const key = [8, 4, 4, 4, 12].map((length) => "\uE000".repeat(length)).join("-");

interface Reach {
  /** One of each list: together they are what nobody should be allowed on everything. */
  readonly actions: readonly (readonly string[])[];
  /** What the actions are about, as the end of an ARN. */
  readonly resource: string;
  /** Whether a list of actions without a wildcard says what somebody needs, and is left alone. */
  readonly unlessNamed: boolean;
}

/**
 * Who may delete and change whatever there is of a service administers it: "rds:*" is one way to write that, "rds:*DB*"
 * another, and "rds:D*" with "rds:M*" a third.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21
 * https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1
 */
const forbidden: readonly Reach[] = [
  { actions: [["rds:DeleteDBInstance"], ["rds:ModifyDBInstance"]], resource: `db:${unnamed}`, unlessNamed: true },
  { actions: [["rds:DeleteDBCluster"], ["rds:ModifyDBCluster"]], resource: `cluster:${unnamed}`, unlessNamed: true },
  {
    actions: [["dynamodb:DeleteTable"], ["dynamodb:UpdateTable", "dynamodb:PutItem", "dynamodb:UpdateItem"]],
    resource: `table/${unnamed}`,
    unlessNamed: true,
  },
  { actions: [["kms:Decrypt"]], resource: `key/${key}`, unlessNamed: false },
  { actions: [["kms:ReEncryptFrom"]], resource: `key/${key}`, unlessNamed: false },
];

export const databaseAdminNotWildcard = defineControl<"iamPolicies", object>({
  id: "iam-database-admin-not-wildcard",
  title: "IAM policy makes nobody administrator of all databases or keys",
  subject: "iamPolicies",
  severity: "high",
  why: "Whoever holds actions with wildcards that together delete and change all DB instances, all DB clusters or all tables (or their items), or an action that decrypts with all keys, can destroy or read every one of them.",
  remediation:
    "Allow the actions that are needed on the ARNs of the databases and keys that they are needed for, or at least on those of one region and account.",
  peerIds: {
    securityHub: ["KMS.1", "KMS.2", "IAM.21"],
    nist: ["AC-2", "AC-2(1)", "AC-3", "AC-3(7)", "AC-3(15)", "AC-5", "AC-6", "AC-6(2)", "AC-6(3)", "AC-6(10)"],
    checkov: ["CKV_AWS_355"],
    prowler: ["iam_policy_no_full_access_to_kms", "iam_inline_policy_no_full_access_to_kms"],
  },
  options: {},
  looksAt: "resource",
  evaluate: ({ document }) =>
    judgePolicy(document, (policy) => all([holds, ...forbidden.map((reach) => judgeReach(policy, reach))])),
});

/** Several statements can add up to what one of them does not allow. */
function judgeReach({ statements }: PolicyDocument, reach: Reach): Answer {
  const grants = reach.actions.map((either) => {
    const found = either.map((action) => grantOf(statements, action, reach));
    return found.find((grant) => typeof grant === "string") ?? found.find(isUnknown);
  });
  if (grants.includes(undefined)) {
    return holds;
  }
  const unknowns = grants.filter(isUnknown);
  if (unknowns[0] !== undefined) {
    return undecided(unknowns[0].waitsFor);
  }
  const patterns = [
    ...new Set(grants.map((grant) => (grant === byNotAction ? grant : shown(String(grant), "action")))),
  ];
  return fails(`it allows ${patterns.join(", ")} on all resources`, "it must name the resources");
}

/** What allows an action on everything, unknown where something may. */
function grantOf(statements: PolicyDocument["statements"], action: string, reach: Reach): string | Unknown | undefined {
  const found = statements.map((statement) => (isUnknown(statement) ? statement : grantBy(statement, action, reach)));
  return found.find((grant) => typeof grant === "string") ?? found.find(isUnknown);
}

/** Conditions do not count, as in the control of Security Hub. */
function grantBy(statement: Statement, action: string, { resource, unlessNamed }: Reach): string | Unknown | undefined {
  if (statement.effect === "Deny") {
    return undefined;
  }
  const by = covers(unlessNamed ? withWildcards(statement) : statement, action);
  if (by === undefined) {
    return undefined;
  }
  const wide = isWide(statement, action.split(":")[0] ?? "", resource);
  if (wide === false) {
    return undefined;
  }
  return [statement.effect, wide, by].find(isUnknown) ?? by;
}

function withWildcards(statement: Statement): Statement {
  return { ...statement, actions: statement.actions?.filter((entry) => isUnknown(entry) || /[*?]/.test(entry)) };
}

function isWide({ resources, notResources }: Statement, service: string, resource: string): boolean | Unknown {
  if (notResources !== undefined) {
    const excluded = notResources.some((entry) => typeof entry === "string" && takesIn(entry, service, resource));
    return excluded ? false : (notResources.find(isUnknown) ?? true);
  }
  const entries = resources ?? [];
  return entries.some((entry) => typeof entry === "string" && isEverything(entry, service, resource))
    ? true
    : (entries.find(isUnknown) ?? false);
}

/** What is of one region and one account is not everything, which is what Security Hub says of keys. */
function isEverything(entry: string, service: string, resource: string): boolean {
  const pattern = arnPattern(entry);
  return (
    /[*?]/.test(pattern.region + pattern.account) && isOfService(pattern, service) && fits(pattern.resource, resource)
  );
}
