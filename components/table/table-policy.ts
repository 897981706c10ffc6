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
    statements.push({
      Sid: "RefuseOtherOrganizations",
      Effect: "Deny",
      ...on,
      Action: "dynamodb:*",
      Condition: { StringNotEquals: { "aws:PrincipalOrgID": organizationId }, ...notByService },
    });
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
