import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

type VaultProps = NonNullable<Extract<Row, { type: "aws:backup/vault:Vault" }>["props"]>;
type RuleProps = NonNullable<Extract<Row, { type: "aws:backup/plan:Plan" }>["props"]>["rules"];

const vault = (props: VaultProps = {}): Row => ({
  type: "aws:backup/vault:Vault",
  name: "subject",
  props: { name: "orders", ...props },
});
const orders: Row = { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } };
const planned = (rules: RuleProps = [{ ruleName: "daily", targetVaultName: pending("subject") }]): readonly Row[] => [
  orders,
  { type: "aws:backup/plan:Plan", name: "plan", props: { rules } },
  {
    type: "aws:backup/selection:Selection",
    name: "selection",
    props: { planId: pending("plan"), resources: [pending("orders")] },
  },
];

describeControl("database-backup-vault-customer-managed-key", [
  {
    shows: "a key of the program",
    given: [...planned(), vault({ kmsKeyArn: pending("key") }), customerKey],
    answer: "holds",
  },
  {
    shows: "no key",
    given: [...planned(), vault()],
    answer: "fails",
    says: "kmsKeyArn is not set (the AWS managed key aws/backup)",
  },
  {
    shows: "no key of a vault that a rule names",
    given: [...planned([{ ruleName: "daily", targetVaultName: "orders" }]), vault()],
    answer: "fails",
  },
  {
    shows: "no key of the vault for copies",
    given: [
      ...planned([
        { ruleName: "daily", targetVaultName: "other", copyActions: [{ destinationVaultArn: pending("subject") }] },
      ]),
      vault(),
    ],
    answer: "fails",
  },
  {
    shows: "no key of a vault behind an air gap",
    given: [
      ...planned([
        { ruleName: "daily", targetVaultName: "other", targetLogicallyAirGappedBackupVaultArn: pending("subject") },
      ]),
      { type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", name: "subject", props: {} },
    ],
    answer: "fails",
  },
  { shows: "a vault that no plan writes to", given: [orders, vault()], answer: "not-applicable" },
  {
    shows: "a vault of a plan for something else",
    given: [
      orders,
      {
        type: "aws:backup/plan:Plan",
        name: "plan",
        props: { rules: [{ ruleName: "daily", targetVaultName: "orders" }] },
      },
      {
        type: "aws:backup/selection:Selection",
        name: "selection",
        props: { planId: pending("plan"), resources: ["arn:aws:ec2:*:*:volume/*"] },
      },
      vault(),
    ],
    answer: "not-applicable",
  },
  {
    shows: "rules known at deploy",
    given: [...planned(pending("subject", "orders") as unknown as RuleProps), vault()],
    answer: "fails",
  },
  {
    shows: "a key outside the program",
    given: [...planned(), vault({ kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" })],
    answer: "undecided",
  },
]);
