import type { DBCluster, DBInstance } from "@aws-sdk/client-rds";
import type { DbInstance } from "../model";

type MasterUser = Pick<
  DbInstance,
  "masterUsername" | "masterPassword" | "masterUserSecret" | "masterUserSecretKmsKeyId"
>;

/**
 * The master user. Where Secrets Manager does not keep its password, somebody chose it: whether it is written down in
 * plain sight does not show.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_MasterUserSecret.html
 */
export function masterUserOf({ MasterUsername, MasterUserSecret }: DBInstance | DBCluster): MasterUser {
  return {
    masterUsername: MasterUsername,
    masterPassword: MasterUserSecret === undefined ? undefined : "managed",
    masterUserSecret: MasterUserSecret?.SecretArn,
    masterUserSecretKmsKeyId: MasterUserSecret?.KmsKeyId,
  };
}
