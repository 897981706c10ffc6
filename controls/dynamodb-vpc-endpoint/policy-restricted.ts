import type { VpcEndpoint } from "../../inventory/model";
import { isUnknown } from "../../inventory/value";
import { fails, notApplicable, undecided } from "../answers";
import { type Answer, defineControl, offUnlessConfigured } from "../control";
import { accountIn } from "../limiting-condition";
import { mustNotBePublic } from "../resource-policy";
import { accountId } from "../text-schemas";

interface Options {
  readonly enabled: boolean;
  readonly trustedAccounts: readonly string[];
}

export const policyRestricted = defineControl<"vpcEndpoints", Options>({
  id: "dynamodb-vpc-endpoint-policy-restricted",
  title: "VPC endpoint of DynamoDB serves trusted accounts only",
  subject: "vpcEndpoints",
  severity: "medium",
  why: "Through an endpoint with full access, stolen credentials of any account can carry items out of the network.",
  remediation:
    "Set policy to statements with a condition such as StringEquals of aws:PrincipalAccount, or of aws:PrincipalOrgID, that names trusted accounts.",
  peerIds: { prowler: ["vpc_endpoint_connections_trust_boundaries"] },
  options: {
    ...offUnlessConfigured,
    trustedAccounts: {
      schema: {
        type: "array",
        items: accountId,
        description: "Ids of accounts whose callers the endpoint may serve besides its own.",
      },
      default: [],
    },
  },
  looksAt: "both",
  evaluate: judge,
});

function judge(endpoint: VpcEndpoint, _inventory: unknown, { trustedAccounts }: Options): Answer {
  const { serviceName, document, identifiers } = endpoint;
  if (typeof serviceName === "string" && !isOfDynamodb(serviceName)) {
    return notApplicable("the endpoint is of another service");
  }
  const answer = mustNotBePublic(document, {
    name: "policy",
    anyPlace: true,
    absent: fails("policy is not set (full access)", "it must allow trusted accounts only"),
    trust: {
      own: identifiers.filter((identifier) => identifier.startsWith("arn:")).map(accountIn)[0],
      accounts: trustedAccounts,
    },
  });
  return answer.answer !== "holds" && isUnknown(serviceName) ? undecided(serviceName.waitsFor) : answer;
}

/** "com.amazonaws.eu-west-1.dynamodb", and its endpoints of FIPS and of streams. */
function isOfDynamodb(serviceName: string): boolean {
  return ["dynamodb", "dynamodb-fips", "dynamodb-streams"].includes(serviceName.split(".").at(-1) ?? "");
}
