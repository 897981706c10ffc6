import { emptyInventory } from "../../../inventory/model";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { key, orders } from "./rows";

/** Uses of the key, each of which is enough. */
const uses: readonly (readonly [use: string, rows: readonly Row[]])[] = [
  [
    "insights",
    [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", performanceInsightsKmsKeyId: pending("subject") },
      },
    ],
  ],
  [
    "a managed password",
    [
      {
        type: "aws:rds/cluster:Cluster",
        name: "orders",
        props: { engine: "aurora-mysql", masterUserSecretKmsKeyId: pending("subject") },
      },
    ],
  ],
  [
    "a table",
    [
      {
        type: "aws:dynamodb/table:Table",
        name: "orders",
        props: { serverSideEncryption: { enabled: true, kmsKeyArn: pending("subject") } },
      },
    ],
  ],
  [
    "a database, by an alias",
    [
      { type: "aws:kms/alias:Alias", name: "alias", props: { name: "alias/orders", targetKeyId: pending("subject") } },
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres", kmsKeyId: pending("alias") } },
    ],
  ],
  [
    "a database, by the name of an alias",
    [
      { type: "aws:kms/alias:Alias", name: "alias", props: { name: "alias/orders", targetKeyId: pending("subject") } },
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres", kmsKeyId: "alias/orders" } },
    ],
  ],
  [
    "the secret that a proxy reads",
    [
      { type: "aws:secretsmanager/secret:Secret", name: "secret", props: { kmsKeyId: pending("subject") } },
      {
        type: "aws:rds/proxy:Proxy",
        name: "proxy",
        props: { engineFamily: "MYSQL", auths: [{ secretArn: pending("secret") }] },
      },
    ],
  ],
  [
    "the vault of its backups",
    [
      { type: "aws:rds/instance:Instance", name: "orders", props: { engine: "postgres" } },
      { type: "aws:backup/vault:Vault", name: "vault", props: { name: "vault", kmsKeyArn: pending("subject") } },
      {
        type: "aws:backup/plan:Plan",
        name: "plan",
        props: { rules: [{ ruleName: "daily", targetVaultName: "vault" }] },
      },
      {
        type: "aws:backup/selection:Selection",
        name: "selection",
        props: { planId: pending("plan"), resources: [pending("orders")] },
      },
    ],
  ],
];

describeControl("database-key-rotation", [
  { shows: "rotation", given: [orders, key({ enableKeyRotation: true })], answer: "holds" },
  {
    shows: "no rotation",
    given: [orders, key()],
    answer: "fails",
    says: "enableKeyRotation is not set (off by default)",
  },
  {
    shows: "rotation off",
    given: [orders, key({ enableKeyRotation: false })],
    answer: "fails",
    says: "enableKeyRotation is false",
  },
  { shows: "rotation known at deploy", given: [orders, key({ enableKeyRotation: pending() })], answer: "undecided" },
  { shows: "a key of no database", given: [key()], answer: "not-applicable" },
  ...uses.map(([use, rows]) => ({
    shows: `no rotation of the key of ${use}`,
    given: [...rows, key()],
    answer: "fails" as const,
  })),
  {
    shows: "one of two keys that a database may use",
    given: [
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", kmsKeyId: pending("subject", "other") },
      },
      { type: "aws:kms/key:Key", name: "other", props: { enableKeyRotation: true } },
      key(),
    ],
    answer: "undecided",
    says: "kmsKeyId, known at deploy",
  },
  {
    shows: "one of a key and an alias of it that a database may use",
    given: [
      { type: "aws:kms/alias:Alias", name: "alias", props: { targetKeyId: pending("subject") } },
      { type: "aws:kms/key:Key", name: "other", props: {} },
      {
        type: "aws:rds/instance:Instance",
        name: "orders",
        props: { engine: "postgres", kmsKeyId: pending("alias", "other") },
      },
      key(),
    ],
    answer: "undecided",
  },
  { shows: "an asymmetric key", given: [orders, key({ customerMasterKeySpec: "RSA_2048" })], answer: "not-applicable" },
  { shows: "a key for signatures", given: [orders, key({ keyUsage: "SIGN_VERIFY" })], answer: "not-applicable" },
  {
    shows: "a key in a store of its own",
    given: [orders, key({ customKeyStoreId: "cks-1" })],
    answer: "not-applicable",
  },
  { shows: "a kind of key known at deploy", given: [orders, key({ keyUsage: pending() })], answer: "undecided" },
  {
    shows: "a key whose material AWS did not make",
    given: [orders, { type: "aws:kms/externalKey:ExternalKey", name: "subject", props: {} }],
    answer: "not-applicable",
  },
  {
    shows: "a replica, which rotates with its primary key",
    given: [orders, { type: "aws:kms/replicaKey:ReplicaKey", name: "subject", props: {} }],
    answer: "not-applicable",
  },
  {
    shows: "a key of an account that AWS manages",
    given: {
      ...emptyInventory("account"),
      kmsKeys: [
        {
          id: "key-1",
          name: "subject",
          identifiers: ["key-1"],
          manager: "aws",
          rotatable: true,
          rotationEnabled: undefined,
          enabled: true,
          pendingDeletion: false,
          deletionWindow: undefined,
          document: undefined,
        },
      ],
    },
    answer: "not-applicable",
  },
]);
