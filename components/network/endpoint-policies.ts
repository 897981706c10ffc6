import { policyDocument } from "../shared/policy-document";
import type { Scope } from "../shared/scope";

export const gatewayServices = ["dynamodb", "s3"] as const;
export const interfaceServices = ["kms", "secretsmanager", "logs", "monitoring", "rds", "sts"] as const;

export type GatewayService = (typeof gatewayServices)[number];
export type InterfaceService = (typeof interfaceServices)[number];

/** The prefix of the service's actions where it is not the service's name. */
const actionPrefixes: Partial<Record<InterfaceService, string>> = { monitoring: "cloudwatch" };

/**
 * What a gateway endpoint lets through: callers of this account, to what belongs to this account. It grants nothing by
 * itself, as callers need leave of their own too.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-ddb.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
 */
export function gatewayPolicy(service: GatewayService, { partition, region, accountId }: Scope): string {
  const own = { "aws:PrincipalAccount": accountId };
  return policyDocument([
    service === "dynamodb"
      ? {
          Sid: "OwnTables",
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: "dynamodb:*",
          Resource: `arn:${partition}:dynamodb:${region}:${accountId}:table/*`,
          Condition: { StringEquals: own },
        }
      : {
          Sid: "OwnBuckets",
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: "s3:*",
          // The ARN of a bucket names no account.
          Resource: `arn:${partition}:s3:::*`,
          Condition: { StringEquals: { ...own, "aws:ResourceAccount": accountId } },
        },
  ]);
}

/**
 * What an interface endpoint lets through: callers of this account.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function interfacePolicy(service: InterfaceService, { accountId }: Scope): string {
  return policyDocument([
    {
      Sid: "OwnCallers",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: `${actionPrefixes[service] ?? service}:*`,
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
    },
  ]);
}
