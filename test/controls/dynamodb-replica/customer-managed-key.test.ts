import { emptyInventory } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";
import { describeControl } from "../../support/control-cases";
import { pending, type Row } from "../../support/program";
import { customerKey } from "../../support/rows";

const protections = { pointInTimeRecovery: true, deletionProtectionEnabled: true };

function replica(props: Extract<Row, { type: "aws:dynamodb/tableReplica:TableReplica" }>["props"]): Row {
  return {
    type: "aws:dynamodb/tableReplica:TableReplica",
    name: "subject",
    props: { globalTableArn: pending("carts"), ...props },
  };
}

const carts: Row = { type: "aws:dynamodb/table:Table", name: "carts" };

function withInline(...replicas: readonly object[]): Row {
  return {
    type: "aws:dynamodb/table:Table",
    name: "subject",
    props: { serverSideEncryption: { enabled: true, kmsKeyArn: pending("key") }, replicas },
  } as Row;
}

function keyIn(region: string): Row {
  return { type: "aws:kms/key:Key", name: `key in ${region}`, props: { region } };
}

function tableIn(region: string, props: object): Row {
  return { type: "aws:dynamodb/table:Table", name: `table in ${region}`, props: { name: "orders", region, ...props } };
}

const globalTable: Row = {
  type: "aws:dynamodb/globalTable:GlobalTable",
  name: "subject",
  props: { name: "orders", replicas: [{ regionName: "eu-west-2" }] },
};

const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

describeControl("dynamodb-replica-customer-managed-key", [
  {
    shows: "a key of its own, backups and protection",
    given: [customerKey, carts, replica({ kmsKeyArn: pending("key"), ...protections })],
    answer: "holds",
  },
  {
    shows: "no key",
    given: [carts, replica(protections)],
    answer: "fails",
    says: "kmsKeyArn is not set (the AWS owned key, or the AWS managed key aws/dynamodb)",
  },
  {
    shows: "no backups",
    given: [customerKey, carts, replica({ kmsKeyArn: pending("key"), deletionProtectionEnabled: true })],
    answer: "fails",
    says: "pointInTimeRecovery is not set (off by default)",
  },
  {
    shows: "no protection from deletion",
    given: [customerKey, carts, replica({ kmsKeyArn: pending("key"), pointInTimeRecovery: true })],
    answer: "fails",
    says: "deletionProtectionEnabled is not set (off by default)",
  },
  {
    shows: "the alias of the AWS managed key",
    given: [carts, replica({ kmsKeyArn: "alias/aws/dynamodb", ...protections })],
    answer: "fails",
  },
  {
    shows: "the key of another region, by its ARN",
    given: [carts, replica({ region: "eu-west-2", kmsKeyArn: key, ...protections })],
    answer: "fails",
    says: `kmsKeyArn is ${key}, a key of another region`,
  },
  {
    shows: "the key of another region, by dependency",
    given: [
      keyIn("eu-west-1"),
      carts,
      replica({ region: "eu-west-2", kmsKeyArn: pending("key in eu-west-1"), ...protections }),
    ],
    answer: "fails",
    says: "kmsKeyArn is key in eu-west-1, a key of another region",
  },
  {
    shows: "an inline replica without a key, beside a table that has one",
    given: [customerKey, withInline({ regionName: "eu-west-2", ...protections })],
    answer: "fails",
    says: "kmsKeyArn is not set (the AWS owned key, or the AWS managed key aws/dynamodb)",
  },
  {
    shows: "an inline replica with the key of its region",
    given: [
      customerKey,
      keyIn("eu-west-2"),
      withInline({ regionName: "eu-west-2", kmsKeyArn: pending("key in eu-west-2"), ...protections }),
    ],
    answer: "holds",
  },
  {
    shows: "an inline replica with the key of its table",
    given: [
      customerKey,
      keyIn("eu-west-1"),
      withInline({ regionName: "eu-west-2", kmsKeyArn: pending("key in eu-west-1"), ...protections }),
    ],
    answer: "fails",
  },
  {
    shows: "replicas that are known at deploy",
    given: [customerKey, { ...carts, name: "subject", props: { replicas: pending() } } as Row],
    answer: "undecided",
    says: "replicas, known at deploy",
  },
  {
    shows: "a global table of 2017 over a table with all that in its region",
    given: [
      keyIn("eu-west-2"),
      tableIn("eu-west-1", {}),
      tableIn("eu-west-2", {
        serverSideEncryption: { enabled: true, kmsKeyArn: pending("key in eu-west-2") },
        pointInTimeRecovery: { enabled: true },
        deletionProtectionEnabled: true,
      }),
      globalTable,
    ],
    answer: "holds",
  },
  {
    shows: "a global table of 2017 over a table without",
    given: [tableIn("eu-west-2", {}), globalTable],
    answer: "fails",
  },
  {
    shows: "a global table of 2017 over a table elsewhere",
    given: [tableIn("eu-west-1", {}), globalTable],
    answer: "undecided",
    says: "the settings of its table in eu-west-2",
  },
  {
    shows: "a key that comes from no resource",
    given: [carts, replica({ kmsKeyArn: pending(), ...protections })],
    answer: "undecided",
    says: "kmsKeyArn, known at deploy",
  },
  {
    shows: "a replica of an account, whose other settings its own region tells",
    given: {
      ...emptyInventory("account"),
      dynamodbReplicas: [
        {
          id: "replica",
          name: "subject",
          identifiers: [],
          region: "eu-west-2",
          table: "orders",
          kmsEncryption: true,
          kmsKeyArn: "arn:aws:kms:eu-west-2:111122223333:alias/orders",
          pointInTimeRecovery: unknown("another region"),
          deletionProtection: unknown("another region"),
        },
      ],
    },
    answer: "holds",
  },
]);
