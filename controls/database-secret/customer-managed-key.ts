import { databaseOfSecret } from "../../inventory/master-user-secrets";
import { defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";
import { judgeDatabaseSecret } from "./judge-database-secret";

export const customerManagedKey = defineControl<"secrets", TrustedKeys>({
  id: "database-secret-customer-managed-key",
  title: "Secret with a database password is encrypted with a customer managed key",
  subject: "secrets",
  severity: "medium",
  why: "Only a customer managed key has a policy of your own, by which the password can be kept from other principals.",
  remediation:
    "Set kmsKeyId of the secret, or masterUserSecretKmsKeyId of the database, to the ARN of a customer managed KMS key.",
  peerIds: { checkov: ["CKV_AWS_149"], trivy: ["AWS-0098"] },
  options: trustedKeysOption,
  looksAt: "inventory",
  evaluate: (secret, inventory, trusted) =>
    judgeDatabaseSecret(secret, inventory, () =>
      mustNameCustomerManagedKey(
        inventory,
        databaseOfSecret(secret) === undefined ? "kmsKeyId" : "masterUserSecretKmsKeyId",
        secret.kmsKeyId,
        "the AWS managed key aws/secretsmanager",
        secret.region,
        trusted,
      ),
    ),
});
