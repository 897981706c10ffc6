import { policyDocument, type Statement } from "../shared/policy-document";

export interface TablePolicySettings {
  readonly organizationId?: string;
  readonly vpcEndpointIds?: readonly string[];
}

/** Reading and writing items, which a caller outside the VPC is kept from; managing the table is not among them. */
const itemActions = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PartiQLDelete",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLSelect",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
];

const everybody = { AWS: "*" };

/** AWS's own services, which act for the account, belong to no organization and come through no endpoint. */
const notByService = { BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" } };

/**
 * The policy of a table or replica. It lets nobody in, and keeps out whatever policies of roles allow.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html
 */
export function tablePolicy(tableArn: string, { organizationId, vpcEndpointIds }: TablePolicySettings): string {
  const on = { Principal: everybody, Resource: [tableArn, `${tableArn}/index/*`] };
  const statements: Statement[] = [
    {
      Sid: "RefuseClearText",
      Effect: "Deny",
      ...on,
      Action: "dynamodb:*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
  if (organizationId !== undefined) {
    statements.push({ ...refuseOthersThan(organizationId), ...on, Action: "dynamodb:*" });
  }
  if (vpcEndpointIds !== undefined) {
    statements.push({
      Sid: "RefuseItemsFromElsewhere",
      Effect: "Deny",
      ...on,
      Action: itemActions,
      Condition: { StringNotEquals: { "aws:SourceVpce": vpcEndpointIds }, ...notByService },
    });
  }
  return policyDocument(statements);
}

/**
 * The policy of a table's stream, which the table's own does not cover. It has no rule of endpoints, as triggers of Lambda
 * come through none.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html
 */
export function streamPolicy(streamArn: string, organizationId: string): string {
  return policyDocument([
    {
      ...refuseOthersThan(organizationId),
      Principal: everybody,
      Resource: streamArn,
      Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    },
  ]);
}

function refuseOthersThan(organizationId: string) {
  return {
    Sid: "RefuseOtherOrganizations",
    Effect: "Deny",
    Condition: { StringNotEquals: { "aws:PrincipalOrgID": organizationId }, ...notByService },
  } as const;
}
