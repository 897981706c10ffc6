import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument, principalPolicy } from "../shared/policy-document";
import type { Scope } from "../shared/scope";

/**
 * Who may assume the role of a proxy: RDS, for the proxies of this account and region. The principal ends in
 * amazonaws.com in every partition.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html
 */
export function proxyTrust({ partition, region, accountId }: Scope): string {
  return policyDocument([
    {
      Sid: "RdsRunsProxy",
      Effect: "Allow",
      Principal: { Service: "rds.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:${partition}:rds:${region}:${accountId}:db-proxy:*` },
        StringEquals: { "aws:SourceAccount": accountId },
      },
    },
  ]);
}

/** What a proxy may do: read the secrets of the users it logs in as. */
export function proxyPermissions(
  scope: pulumi.Output<Scope>,
  secretArns: readonly pulumi.Input<string>[],
  kmsKeyArn: pulumi.Input<string>,
): aws.iam.PolicyDocument {
  const throughSecrets = scope.apply(({ region, dnsSuffix }) => ({
    StringEquals: {
      "kms:ViaService": [...new Set(["amazonaws.com", dnsSuffix])].map(
        (suffix) => `secretsmanager.${region}.${suffix}`,
      ),
    },
  }));
  return principalPolicy([
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: [...secretArns] },
    { Sid: "OpenSecrets", Effect: "Allow", Action: "kms:Decrypt", Resource: kmsKeyArn, Condition: throughSecrets },
  ]);
}
