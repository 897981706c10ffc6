import { policyDocument } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { viaService } from "../shared/via-service";

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

/**
 * What a proxy that logs in by IAM may do: connect to its database as the users named.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html
 */
export function proxyConnects(scope: Scope, databaseResourceId: string, users: readonly string[]): string {
  const { partition, region, accountId } = scope;
  return policyDocument([
    {
      Sid: "ConnectToDatabase",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: users.map(
        (user) => `arn:${partition}:rds-db:${region}:${accountId}:dbuser:${databaseResourceId}/${user}`,
      ),
    },
  ]);
}

/** What a proxy that logs in by secrets may do: read those of the users it logs in as. */
export function proxyReadsSecrets(scope: Scope, secretArns: readonly string[], kmsKeyArn: string): string {
  return policyDocument([
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArns },
    {
      Sid: "OpenSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: {
        StringEquals: { "kms:ViaService": viaService("secretsmanager", scope) },
      },
    },
  ]);
}
