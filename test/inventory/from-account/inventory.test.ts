import assert from "node:assert/strict";
import { accountInventory } from "../../../inventory/from-account";
import type { AccountDescription } from "../../../inventory/from-account/description";

const none = { items: [] };
const empty: AccountDescription = {
  region: "eu-west-1",
  dbInstances: none,
  dbParameterGroups: none,
  parameters: new Map(),
  dbOptionGroups: none,
  subnets: none,
  routeTables: none,
  securityGroups: none,
  prefixLists: new Map(),
  tables: [],
  keys: new Map(),
};

describe("from-account: inventory", () => {
  it("holds once what instances share", () => {
    const shared = {
      Engine: "mysql",
      DBSubnetGroup: { DBSubnetGroupName: "private", Subnets: [] },
      DBParameterGroups: [{ DBParameterGroupName: "default.mysql8.0" }],
      OptionGroupMemberships: [{ OptionGroupName: "default:mysql-8-0" }],
    };
    const inventory = accountInventory({
      ...empty,
      dbInstances: {
        items: [
          { ...shared, DBInstanceIdentifier: "a" },
          { ...shared, DBInstanceIdentifier: "b" },
        ],
      },
    });
    assert.equal(inventory.scope, "account");
    assert.deepEqual(
      [inventory.dbInstances, inventory.dbSubnetGroups, inventory.dbParameterGroups, inventory.dbOptionGroups].map(
        (list) => list.map(({ name }) => name),
      ),
      [["a", "b"], ["private"], ["default.mysql8.0"], ["default:mysql-8-0"]],
    );
  });

  it("holds a key once that is named in two ways", () => {
    const arn = "arn:aws:kms:eu-west-1:111122223333:key/k1";
    const key = { value: { KeyId: "k1", Arn: arn, KeyManager: "CUSTOMER" as const } };
    const inventory = accountInventory({
      ...empty,
      keys: new Map([
        [arn, key],
        ["alias/orders", key],
      ]),
    });
    assert.deepEqual(
      inventory.kmsKeys.map(({ id }) => id),
      [arn],
    );
    assert.deepEqual(
      inventory.kmsAliases.map(({ name, target }) => [name, target]),
      [["alias/orders", arn]],
    );
  });

  const denied = (call: string) => ({ items: [], unread: `${call} was denied` });
  const rows: readonly [Partial<AccountDescription>, readonly string[]][] = [
    [{}, []],
    [
      { dbInstances: denied("rds:DescribeDBInstances") },
      ["dbInstances", "dbSubnetGroups", "dbParameterGroups", "kmsKeys", "kmsAliases"],
    ],
    [{ dbOptionGroups: denied("rds:DescribeOptionGroups") }, ["dbOptionGroups"]],
    [{ subnets: denied("ec2:DescribeSubnets") }, ["subnets", "vpcs"]],
    [{ routeTables: denied("ec2:DescribeRouteTables") }, ["routeTables", "routeTableAssociations", "routes"]],
    [{ securityGroups: denied("ec2:DescribeSecurityGroups") }, ["securityGroups", "securityGroupRules", "prefixLists"]],
    [{ tablesUnread: "dynamodb:ListTables was denied" }, ["dynamodbTables", "kmsKeys", "kmsAliases"]],
  ];
  for (const [changes, kinds] of rows) {
    it(`${Object.keys(changes)[0] ?? "nothing"} unread: ${kinds.join(", ") || "nothing"} unread`, () => {
      const { dbSnapshots, ...unread } = accountInventory({ ...empty, ...changes }).unread;
      assert.equal(dbSnapshots, "the audit does not read them");
      assert.deepEqual(Object.keys(unread).sort(), [...kinds].sort());
      assert.ok(Object.values(unread).every((reason) => reason.endsWith(" was denied")));
    });
  }
});
