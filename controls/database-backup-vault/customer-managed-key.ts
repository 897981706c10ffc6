import { isUnknown } from "../../inventory/value";
import { notApplicable, undecided } from "../answers";
import { isDatabaseVault } from "../backup-coverage";
import { defineControl } from "../control";
import { mustNameCustomerManagedKey, type TrustedKeys, trustedKeysOption } from "../customer-managed-key";

export const customerManagedKey = defineControl<"backupVaults", TrustedKeys>({
  id: "database-backup-vault-customer-managed-key",
  title: "Backup vault of a database is encrypted with a customer managed key",
  subject: "backupVaults",
  severity: "medium",
  why: "Backups outlive their database, and only a customer managed key has a policy and an audit trail of your own.",
  remediation: "Set kmsKeyArn to the ARN of a customer managed KMS key when the vault is made, as it cannot change.",
  peerIds: { checkov: ["CKV_AWS_166"], prowler: ["backup_vaults_encrypted"] },
  options: trustedKeysOption,
  looksAt: "inventory",
  evaluate(vault, inventory, trusted) {
    const used = isDatabaseVault(vault, inventory);
    const { backupPlans, backupSelections } = inventory.unread;
    const unread = backupPlans ?? backupSelections;
    if (used === false) {
      return unread === undefined
        ? notApplicable("no plan that backs up a database of the inventory writes to the vault")
        : undecided(`the backup plans (${unread})`);
    }
    const answer = mustNameCustomerManagedKey(
      inventory,
      "kmsKeyArn",
      vault.kmsKeyArn,
      "the AWS managed key aws/backup",
      vault.region,
      trusted,
    );
    return isUnknown(used) && answer.answer === "fails" ? undecided(used.waitsFor) : answer;
  },
});
