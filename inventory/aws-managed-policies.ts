type Statements = readonly object[];

/** A statement that allows actions everywhere without a condition. */
function allows(...actions: readonly string[]): Statements {
  return [{ Effect: "Allow", Action: actions, Resource: "*" }];
}

/**
 * Policies of AWS that hand out whole services or every item of DynamoDB without a condition, by what follows
 * ":aws:policy/" in their ARNs, with the statements that do. AWS keeps their text, so an attachment is all that a
 * program shows of them.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const broadAwsManagedPolicies: Readonly<Record<string, Statements>> = {
  AdministratorAccess: allows("*"),
  PowerUserAccess: [{ Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" }],
  AmazonRDSFullAccess: allows("rds:*"),
  AmazonDynamoDBFullAccess: allows("dynamodb:*", "dax:*"),
  AmazonDynamoDBFullAccess_v2: allows("dynamodb:*", "dax:*"),
  AmazonDynamoDBFullAccesswithDataPipeline: allows("dynamodb:*"),
  AmazonDynamoDBReadOnlyAccess: allows(
    "dynamodb:BatchGetItem",
    "dynamodb:GetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:PartiQLSelect",
  ),
  ReadOnlyAccess: allows(
    "dynamodb:BatchGet*",
    "dynamodb:Get*",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:PartiQLSelect",
  ),
  ConsoleFullAccessFromVercel: allows(
    "rds-db:connect",
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:UpdateItem",
  ),
  "job-function/DatabaseAdministrator": allows("dynamodb:*", "rds:*"),
  "job-function/DataScientist": allows("dynamodb:*", "rds:*"),
  "service-role/AmazonEC2RoleforDataPipelineRole": allows("dynamodb:*"),
  "service-role/AmazonElasticMapReduceforEC2Role": allows("dynamodb:*"),
  "service-role/AWSIoTRuleActions": allows("dynamodb:PutItem"),
};

/** What matters here of the AWS managed policy with this ARN; undefined for any other policy. */
export function awsManagedDocument(arn: string): object | undefined {
  const [prefix, partition, service, region, account, resource = ""] = arn.slice(0, 200).split(":");
  const path = resource.startsWith("policy/") ? resource.slice("policy/".length) : "";
  return prefix === "arn" &&
    partition !== undefined &&
    service === "iam" &&
    region === "" &&
    account === "aws" &&
    Object.hasOwn(broadAwsManagedPolicies, path)
    ? { Version: "2012-10-17", Statement: broadAwsManagedPolicies[path] }
    : undefined;
}
