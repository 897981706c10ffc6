import type { Statement } from "../../inventory/policy-document";
import { isUnknown } from "../../inventory/value";
import { all, fails, holds, shown, undecided } from "../answers";
import { arnPattern, mayBeOfService, takesIn, unnamed } from "../arn-pattern";
import { type Answer, defineControl } from "../control";
import { byNotAction, covers, judgeAllows, judgePolicy } from "./grants";

const action = "rds-db:connect";

const anyUser = `dbuser:${unnamed}/${unnamed}`;

const neededAction = `it must name the action ${action} itself`;
const neededResource = "it must name one database resource id and one database user, without a wildcard in either";

export const rdsConnectScoped = defineControl<"iamPolicies", object>({
  id: "iam-rds-connect-scoped",
  title: "IAM policy lets connect to named databases as named users only",
  subject: "iamPolicies",
  severity: "high",
  why: "A wildcard in rds-db:connect lets whoever holds the policy log in as any user, the administrator of the database included.",
  remediation:
    "Allow rds-db:connect alone on arn:aws:rds-db:<region>:<account>:dbuser:<resource id>/<database user>, with the resource id of the instance, cluster or proxy.",
  peerIds: { checkov: ["CKV_AWS_63", "CKV_AWS_355"] },
  options: {},
  looksAt: "resource",
  evaluate: ({ document }) => judgePolicy(document, (policy) => judgeAllows(policy, judgeStatement)),
});

function judgeStatement(statement: Statement): Answer {
  const by = covers(statement, action);
  if (by === undefined) {
    return holds;
  }
  const answer = judgeGrant(statement, by);
  return isUnknown(by) && answer.answer === "fails" ? undecided(by.waitsFor) : answer;
}

function judgeGrant({ resources, notResources }: Statement, by: ReturnType<typeof covers>): Answer {
  if (notResources?.some((entry) => typeof entry === "string" && takesIn(entry, "rds-db", anyUser))) {
    return holds;
  }
  if (notResources !== undefined) {
    return fails(`it allows ${action} on all resources but a few, by NotResource`, neededResource);
  }
  const entries = resources ?? [];
  const concerned = entries.filter((entry) => isUnknown(entry) || mayBeOfService(entry, "rds-db"));
  return all([
    holds,
    ...concerned.map((entry) => (isUnknown(entry) ? undecided(entry.waitsFor) : judgeResource(entry))),
    ...(concerned.some((entry) => typeof entry === "string") ? [judgeAction(by)] : []),
  ]);
}

function judgeAction(by: ReturnType<typeof covers>): Answer {
  if (typeof by !== "string" || by.toLowerCase() === action) {
    return holds;
  }
  return by === byNotAction
    ? fails(`it allows ${action} by NotAction`, neededAction)
    : fails(`it allows ${shown(by, "action")}, which covers ${action}`, neededAction);
}

function judgeResource(resource: string): Answer {
  return isScoped(resource) ? holds : fails(`it allows ${action} on ${shown(resource, "resource")}`, neededResource);
}

/**
 * Region and account may be wildcards, as a resource id belongs to one database in one of them. A policy variable in
 * place of the user stands for one user that follows from who calls.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_rds-db.html
 */
function isScoped(resource: string): boolean {
  return /^dbuser:(?:db|cluster|prx)-[a-z0-9]{1,64}\/[^*?]+$/i.test(arnPattern(resource).resource);
}
