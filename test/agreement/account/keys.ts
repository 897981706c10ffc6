import type { KeyMetadata } from "@aws-sdk/client-kms";
import type { Answers, Input } from "../../audit/read/stub-clients";
import { account, arnOf, type Deployed, NotDeployable, ofType } from "./deployed";

const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
] as const;

/** The key that AWS manages for a service, whose ARN says nothing of that. */
export function awsKey(service: string): string {
  return arnOf("kms", `key/aws-${service}`);
}

/** The ARN of a key, as AWS shows it whatever it was named by. */
export function keyNamed(name: string | undefined, all: readonly Deployed[]): string | undefined {
  const alias = /(?:^|:)(alias\/.+)$/.exec(name ?? "")?.[1];
  if (alias === undefined) {
    return name === undefined || name.startsWith("arn:") ? name : arnOf("kms", `key/${name}`);
  }
  const aws = /^alias\/aws\/(.+)$/.exec(alias)?.[1];
  if (aws !== undefined) {
    return awsKey(aws);
  }
  const row = ofType(all, "aws:kms/alias:Alias").find(({ names }) => names.id === alias || names.arn === name);
  return row?.text("targetKeyId", "arn") ?? name;
}

/** What KMS answers; a key that no row describes is one that the customer manages, with a policy for the account alone. */
export function keyAnswers(all: readonly Deployed[]): Answers {
  const find = (id: unknown) =>
    ofType(all, ...keyTypes).find(({ names }) => [names.arn, names.id].includes(String(id)));
  return {
    DescribeKey: ({ KeyId }: Input) => ({ KeyMetadata: metadata(String(KeyId), find(KeyId)) }),
    GetKeyPolicy: ({ KeyId }: Input) => {
      const key = find(KeyId);
      const separate = ofType(all, "aws:kms/keyPolicy:KeyPolicy").find(({ text }) =>
        [key?.names.id, key?.names.arn].includes(text("keyId")),
      );
      return { Policy: separate?.text("policy", "arn") ?? key?.text("policy", "arn") ?? ownPolicy };
    },
    GetKeyRotationStatus: ({ KeyId }: Input) => ({
      KeyRotationEnabled: find(KeyId)?.flag("enableKeyRotation") ?? false,
    }),
  };
}

/** The policy that KMS gives a key of whom none is said. */
const ownPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" }],
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
function metadata(id: string, key: Deployed | undefined): KeyMetadata {
  const Arn = key?.names.arn ?? id;
  const KeyId = Arn.split("/").at(-1) ?? Arn;
  if (key === undefined) {
    return { KeyId, Arn, KeyManager: /key\/aws-/.test(id) ? "AWS" : "CUSTOMER", Enabled: true, KeyState: "Enabled" };
  }
  const isReplica = /replica/i.test(key.row.type);
  const state = key.text("keyState");
  return {
    KeyId,
    Arn,
    KeyManager: "CUSTOMER",
    Enabled: key.flag("isEnabled") ?? key.flag("enabled") ?? true,
    KeyState: (state ?? "Enabled") as "Enabled",
    KeySpec: (key.text("customerMasterKeySpec") ??
      (key.text("keyUsage") === "SIGN_VERIFY" ? "RSA_2048" : "SYMMETRIC_DEFAULT")) as "SYMMETRIC_DEFAULT",
    Origin: /external/i.test(key.row.type)
      ? "EXTERNAL"
      : key.text("customKeyStoreId") === undefined
        ? "AWS_KMS"
        : "AWS_CLOUDHSM",
    ...(isReplica ? { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: "REPLICA" } } : {}),
  };
}

/** What Secrets Manager answers: of the secrets of rows, and of those that RDS makes. */
export function secretAnswers(all: readonly Deployed[]): Answers {
  const secrets = ofType(all, "aws:secretsmanager/secret:Secret");
  const rotations = ofType(all, "aws:secretsmanager/secretRotation:SecretRotation");
  if (
    rotations.some(
      (rotation) => !secrets.some(({ names }) => Object.values(names).includes(rotation.text("secretId") ?? "")),
    )
  ) {
    throw new NotDeployable("the rotation of a secret that is none of the rows");
  }
  const find = (id: unknown) => secrets.find(({ names }) => [names.arn, names.id].includes(String(id)));
  const belongs = (secret: Deployed | undefined) => (part: Deployed) =>
    secret !== undefined && [secret.names.arn, secret.names.id].includes(part.text("secretId") ?? "");
  return {
    DescribeSecret: ({ SecretId }: Input) => {
      const managed = /secret:rds!(.+)$/.exec(String(SecretId))?.[1];
      if (managed !== undefined) {
        const key = keyNamed(
          all.find(({ names }) => names.id === managed)?.text("masterUserSecretKmsKeyId", "arn"),
          all,
        );
        return {
          ARN: SecretId,
          Name: `rds!${managed}`,
          OwningService: "rds",
          RotationEnabled: true,
          RotationRules: { AutomaticallyAfterDays: 7 },
          ...(key === undefined ? {} : { KmsKeyId: key }),
        };
      }
      const secret = find(SecretId);
      const rotation = rotations.find(belongs(secret));
      const [rules] = rotation?.blocks("rotationRules") ?? [];
      const days = rules?.count("automaticallyAfterDays");
      const schedule = rules?.text("scheduleExpression");
      if (days === undefined && schedule !== undefined) {
        throw new NotDeployable("the days that AWS works out of a schedule");
      }
      const key = keyNamed(secret?.text("kmsKeyId", "arn"), all);
      return {
        ARN: secret?.names.arn ?? SecretId,
        Name: secret?.names.id ?? SecretId,
        ...(key === undefined ? {} : { KmsKeyId: key }),
        RotationEnabled: rotation !== undefined,
        ...(rotation === undefined
          ? {}
          : {
              RotationRules: {
                ...(days === undefined ? {} : { AutomaticallyAfterDays: days }),
              },
            }),
      };
    },
    GetResourcePolicy: ({ SecretId }: Input) => {
      const secret = find(SecretId);
      const separate = ofType(all, "aws:secretsmanager/secretPolicy:SecretPolicy").find(
        (part) => belongs(secret)(part) || part.text("secretArn", "arn") === secret?.names.arn,
      );
      const policy = separate?.text("policy", "arn") ?? secret?.text("policy", "arn");
      return policy === undefined ? {} : { ResourcePolicy: policy };
    },
  };
}
