import { policyDocument, type Statement } from "../shared/policy-document";
import type { Scope } from "../shared/scope";
import { viaService } from "../shared/via-service";

/**
 * Who may assume the role that writes an audit trail: RDS, for the instances and option groups of this account and
 * region whose names start with the prefix.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.IAM.html
 */
export function auditTrust({ partition, region, accountId }: Scope, prefix: string): string {
  const own = (kind: string): string => `arn:${partition}:rds:${region}:${accountId}:${kind}:${prefix}*`;
  return policyDocument([
    {
      Sid: "RdsWritesAuditTrail",
      Effect: "Allow",
      Principal: { Service: "rds.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:SourceArn": [own("db"), own("og")] },
        StringEquals: { "aws:SourceAccount": accountId },
      },
    },
  ]);
}

/**
 * What the role may do: write files to one bucket, or under one prefix of it. Whose the bucket is, RDS finds by listing
 * all of the account. A key is that of the bucket, used through S3 and for this bucket alone.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Options.Audit.html
 */
export function auditPermissions(scope: Scope, bucketArn: string, kmsKeyArn: string | undefined): string {
  const [bucket = bucketArn] = bucketArn.split("/", 1);
  return policyDocument([
    { Sid: "FindBucket", Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" },
    {
      Sid: "ReadBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:ListBucket"],
      Resource: bucket,
    },
    {
      Sid: "WriteFiles",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
      Resource: `${bucketArn}/*`,
    },
    ...(kmsKeyArn === undefined ? [] : [encryptFiles(scope, bucket, kmsKeyArn)]),
  ]);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
function encryptFiles(scope: Scope, bucketArn: string, kmsKeyArn: string): Statement {
  return {
    Sid: "EncryptFiles",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: kmsKeyArn,
    Condition: {
      StringEquals: { "kms:ViaService": viaService("s3", scope) },
      // S3 sends the ARN of the object where the bucket has no key of its own, which someone may turn off.
      ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
    },
  };
}

/** Nobody reaches the bucket without TLS. */
export function auditBucketPolicy(bucketArn: string): string {
  return policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "s3:*",
      Resource: [bucketArn, `${bucketArn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
