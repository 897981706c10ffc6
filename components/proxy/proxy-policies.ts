import { policyDocument } from "../shared/policy-document";
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
export function proxyPermissions(scope: Scope, secretArns: readonly string[], kmsKeyArn: string): string {
  const suffixes = [...new Set(["amazonaws.com", scope.dnsSuffix])];
  return policyDocument([
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArns },
    {
      Sid: "OpenSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: {
        StringEquals: { "kms:ViaService": suffixes.map((suffix) => `secretsmanager.${scope.region}.${suffix}`) },
      },
    },
  ]);
}
