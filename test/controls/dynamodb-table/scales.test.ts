import { emptyInventory } from "../../../inventory/model";
import { unknown } from "../../../inventory/value";
import { describeControl } from "../../support/control-cases";
import { type Pending, pending, type Row } from "../../support/program";
import { subjectTable } from "../../support/rows";

function target(dimension: string | Pending, resourceId: string | Pending, name = `${String(dimension)} target`): Row {
  return {
    type: "aws:appautoscaling/target:Target",
    name,
    props: {
      serviceNamespace: "dynamodb",
      scalableDimension: dimension,
      resourceId,
      minCapacity: 5,
      maxCapacity: 100,
    },
  };
}

const reads = "dynamodb:table:ReadCapacityUnits";
const writes = "dynamodb:table:WriteCapacityUnits";
const table = { name: "orders", billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 };

const observed = {
  id: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
  name: "subject",
  identifiers: ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders", "orders"],
  region: "eu-west-1",
  kmsEncryption: true,
  kmsKeyArn: undefined,
  pointInTimeRecovery: true,
  recoveryPeriod: 35,
  deletionProtection: true,
  billingMode: undefined,
  tags: {},
};

describeControl("dynamodb-table-scales", [
  { shows: "capacity on demand", given: [subjectTable({ billingMode: "PAY_PER_REQUEST" })], answer: "holds" },
  {
    shows: "fixed capacity",
    given: [subjectTable({ billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 })],
    answer: "fails",
    says: "its capacity is PROVISIONED and nothing scales its read capacity",
  },
  {
    shows: "no mode: PROVISIONED",
    given: [subjectTable({ readCapacity: 5, writeCapacity: 5 })],
    answer: "fails",
  },
  {
    shows: "scaled reads and writes",
    given: [subjectTable(table), target(reads, "table/orders"), target(writes, "table/orders")],
    answer: "holds",
  },
  {
    shows: "scaled reads and writes by dependency in a first preview",
    given: [subjectTable(table), target(reads, pending("subject")), target(writes, pending("subject"))],
    answer: "holds",
  },
  {
    shows: "scaled reads alone",
    given: [subjectTable(table), target(reads, "table/orders")],
    answer: "fails",
    says: "its capacity is PROVISIONED and nothing scales its write capacity",
  },
  {
    shows: "another table's scaling",
    given: [subjectTable(table), target(reads, "table/carts"), target(writes, "table/carts")],
    answer: "fails",
  },
  {
    shows: "another table's scaling, by dependency",
    given: [
      subjectTable(table),
      { type: "aws:dynamodb/table:Table", name: "carts" },
      target(reads, pending("carts")),
      target(writes, pending("carts")),
    ],
    answer: "fails",
  },
  {
    shows: "the scaling of an index",
    given: [
      subjectTable(table),
      target("dynamodb:index:ReadCapacityUnits", "table/orders/index/by-date"),
      target("dynamodb:index:WriteCapacityUnits", pending("subject")),
    ],
    answer: "fails",
  },
  {
    shows: "the scaling of another service",
    given: [
      subjectTable(table),
      {
        type: "aws:appautoscaling/target:Target",
        name: "service",
        props: { serviceNamespace: "ecs", scalableDimension: reads, resourceId: "table/orders" },
      },
    ],
    answer: "fails",
  },
  {
    shows: "scaling in another region",
    given: [
      subjectTable({ ...table, region: "eu-west-1" }),
      {
        type: "aws:appautoscaling/target:Target",
        name: "reads",
        props: {
          serviceNamespace: "dynamodb",
          scalableDimension: reads,
          resourceId: "table/orders",
          region: "eu-west-2",
        },
      },
      target(writes, "table/orders"),
    ],
    answer: "fails",
  },
  {
    shows: "targets of which the table is known at deploy",
    given: [subjectTable(table), target(reads, pending(), "reads"), target(writes, pending(), "writes")],
    answer: "undecided",
    says: "whether scaling target reads is of it",
  },
  {
    shows: "a dimension that is known at deploy",
    given: [subjectTable(table), target(pending(), "table/orders", "reads"), target(writes, "table/orders")],
    answer: "undecided",
  },
  {
    shows: "a mode that is known at deploy",
    given: [subjectTable({ billingMode: pending() })],
    answer: "undecided",
    says: "billingMode, known at deploy",
  },
  {
    shows: "a mode that is known at deploy, with scaling",
    given: [
      subjectTable({ ...table, billingMode: pending() }),
      target(reads, "table/orders"),
      target(writes, "table/orders"),
    ],
    answer: "holds",
  },
  {
    shows: "a table of an account without scaling",
    given: { ...emptyInventory("account"), dynamodbTables: [observed] },
    answer: "fails",
  },
  {
    shows: "a table of an account of which the scaling could not be read",
    given: {
      ...emptyInventory("account"),
      dynamodbTables: [observed],
      unread: { scalingTargets: "application-autoscaling:DescribeScalableTargets was denied" },
    },
    answer: "undecided",
  },
  {
    shows: "a table of an account that could not be read",
    given: {
      ...emptyInventory("account"),
      dynamodbTables: [{ ...observed, billingMode: unknown("the table orders (dynamodb:DescribeTable was denied)") }],
    },
    answer: "undecided",
    says: "the table orders (dynamodb:DescribeTable was denied)",
  },
]);
