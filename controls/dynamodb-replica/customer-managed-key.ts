import type { DynamodbReplica, Inventory, KmsKey } from "../../inventory/model";
import { resolve } from "../../inventory/resolve";
import { isUnknown, unknown } from "../../inventory/value";
import { all, fails, holds, mustBeOn, undecided } from "../answers";
import { type Answer, defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const customerManagedKey = defineControl<"dynamodbReplicas", TrustedKeys>({
  id: "dynamodb-replica-customer-managed-key",
  title: "Replica of a DynamoDB table has its own customer managed key, backups and protection",
  subject: "dynamodbReplicas",
  severity: "medium",
  why: "A replica holds every item of its table, but takes over neither its key nor its backups nor its protection.",
  remediation:
    "Give the replica a kmsKeyArn of a customer managed key in its own region, and set pointInTimeRecovery and deletionProtectionEnabled to true.",
  peerIds: { checkov: ["CKV_AWS_271", "CKV_AWS_165"] },
  options: trustedKeysOption,
  looksAt: "both",
  evaluate: (replica, inventory, trusted) =>
    all([judgeKey(replica, inventory, trusted), ...judgeProtection(replica, inventory)]),
});

/** In an account a replica is a table of its own region, which shows these there and nowhere else. */
function judgeProtection(replica: DynamodbReplica, { scope }: Inventory): readonly Answer[] {
  return scope === "account"
    ? []
    : [
        mustBeOn("pointInTimeRecovery", replica.pointInTimeRecovery, "off by default"),
        mustBeOn("deletionProtectionEnabled", replica.deletionProtection, "off by default"),
      ];
}

function judgeKey(replica: DynamodbReplica, inventory: Inventory, trusted: TrustedKeys): Answer {
  const { kmsEncryption, kmsKeyArn, region } = replica;
  if (isUnknown(kmsEncryption)) {
    return undecided(kmsEncryption.waitsFor);
  }
  const judge = (reference: typeof kmsKeyArn) =>
    mustNameCustomerManagedKey(
      inventory,
      "kmsKeyArn",
      reference,
      "the AWS owned key, or the AWS managed key aws/dynamodb",
      region,
      trusted,
    );
  const keys = isUnknown(kmsKeyArn) ? keysAmong(kmsKeyArn.sources, inventory) : [];
  return isUnknown(kmsKeyArn) && keys.length > 1
    ? judgeAmong(keys, region, (id) => judge(unknown(kmsKeyArn.waitsFor, [id])))
    : judge(kmsKeyArn);
}

/** All replicas of a table share the sources of one property. */
function keysAmong(sources: readonly string[], inventory: Inventory): readonly KmsKey[] {
  return sources.flatMap((source) => {
    const key = resolve(inventory, "kmsKeys", unknown("its key", [source]));
    return key.to === "resource" ? [key.resource] : [];
  });
}

/** DynamoDB refuses a key of another region, so it is one of those that are in its own. */
function judgeAmong(keys: readonly KmsKey[], region: string | undefined, judge: (id: string) => Answer): Answer {
  const inRegion = keys.filter((key) => key.region === undefined || region === undefined || key.region === region);
  if (inRegion.length === 0) {
    return fails("kmsKeyArn comes from keys of other regions", `it must name a customer managed KMS key in ${region}`);
  }
  const answers = inRegion.map(({ id }) => judge(id));
  const failing = answers.filter(({ answer }) => answer === "fails").length;
  return failing === 0 || failing === answers.length
    ? all([...answers, holds])
    : undecided(`which of the keys ${inRegion.map(({ name }) => name).join(", ")} its kmsKeyArn names`);
}
