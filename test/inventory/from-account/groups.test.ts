import assert from "node:assert/strict";
import { dbOptionGroup, defaultOptionGroup } from "../../../inventory/from-account/db-option-group";
import { dbParameterGroup } from "../../../inventory/from-account/db-parameter-group";
import { unknown } from "../../../inventory/value";

const region = "eu-west-1";

describe("from-account: parameter group", () => {
  const arn = "arn:aws:rds:eu-west-1:111122223333:pg:orders-16";
  const described = {
    items: [{ DBParameterGroupName: "orders-16", DBParameterGroupFamily: "postgres16", DBParameterGroupArn: arn }],
  };

  it("maps family and modified parameters", () => {
    const parameters = { items: [{ ParameterName: "rds.force_ssl", ParameterValue: "1", Source: "user" }] };
    assert.deepEqual(dbParameterGroup("orders-16", described, parameters, region), {
      id: arn,
      name: "orders-16",
      identifiers: [arn, "orders-16"],
      region,
      family: "postgres16",
      parameters: [{ name: "rds.force_ssl", value: "1" }],
    });
  });

  for (const [name, family] of [
    ["default.postgres16", "postgres16"],
    ["default.sqlserver-ex-15.00", "sqlserver-ex-15.00"],
    ["default.aurora-mysql8.0", "aurora-mysql8.0"],
  ] as const) {
    it(`${name} needs no call: family ${family}, nothing modified`, () => {
      const group = dbParameterGroup(name, { items: [] }, undefined, region);
      assert.deepEqual([group.family, group.parameters], [family, []]);
    });
  }

  it("does not know what was denied", () => {
    const groups = { items: [], unread: "rds:DescribeDBParameterGroups was denied" };
    const parameters = { items: [], unread: "rds:DescribeDBParameters was denied" };
    const group = dbParameterGroup("orders-16", groups, parameters, region);
    assert.deepEqual(group.family, unknown("the family of orders-16 (rds:DescribeDBParameterGroups was denied)"));
    assert.deepEqual(group.parameters, unknown("the parameters of orders-16 (rds:DescribeDBParameters was denied)"));
  });
});

describe("from-account: option group", () => {
  it("maps options with their settings", () => {
    const arn = "arn:aws:rds:eu-west-1:111122223333:og:audit";
    const group = {
      OptionGroupName: "audit",
      OptionGroupArn: arn,
      EngineName: "mysql",
      MajorEngineVersion: "8.0",
      Options: [
        {
          OptionName: "MARIADB_AUDIT_PLUGIN",
          Port: 2484,
          OptionSettings: [{ Name: "SERVER_AUDIT_EVENTS", Value: "CONNECT,QUERY" }],
        },
      ],
    };
    assert.deepEqual(dbOptionGroup(group, region), {
      id: arn,
      name: "audit",
      identifiers: [arn, "audit"],
      region,
      engine: "mysql",
      options: [
        {
          name: "MARIADB_AUDIT_PLUGIN",
          port: 2484,
          settings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT,QUERY" }],
        },
      ],
    });
  });

  it("knows that a default group has no options", () => {
    assert.deepEqual(defaultOptionGroup("default:mysql-8-0", "mysql", region).options, []);
  });
});
