import assert from "node:assert/strict";
import { on, type RequiredSetting } from "../../engines/engine";
import { satisfies } from "../../engines/setting";

const setting = (rest: Omit<RequiredSetting, "name" | "recommended">): RequiredSetting => ({
  name: "it",
  recommended: "",
  ...rest,
});

const classes = ["ddl", "role"];

describe("satisfies", () => {
  const events = [
    ["connect", "query"],
    ["connect", "query_ddl", "query_dcl"],
  ];
  const rows: [shows: string, setting: RequiredSetting, value: string, expected: boolean][] = [
    ["a switch", setting({ holdsWith: on }), "1", true],
    ["a switch in words, in capitals", setting({ holdsWith: on }), "ON", true],
    ["a switch that is off", setting({ holdsWith: on }), "0", false],
    ["one list of words", setting({ holdsWith: events }), "CONNECT,QUERY", true],
    [
      "the other list, with spaces and more",
      setting({ holdsWith: events }),
      "TABLE, QUERY_DCL, QUERY_DDL, CONNECT",
      true,
    ],
    ["half of a list", setting({ holdsWith: events }), "CONNECT,QUERY_DDL", false],
    ["nothing but the word", setting({ holdsWith: [["ssl"]], alone: true }), "SSL", true],
    ["more than the word", setting({ holdsWith: [["ssl"]], alone: true }), "TCPIP,SSL", false],
    ["empty where it must be", setting({ holdsWith: [[]], alone: true }), "", true],
    ["not empty where it must be", setting({ holdsWith: [[]], alone: true }), "joe", false],
    ["a class", setting({ holdsWith: [["ddl"]], classes }), "ddl", true],
    ["all classes", setting({ holdsWith: [["ddl"]], classes }), "all", true],
    ["a class that is taken away", setting({ holdsWith: [["ddl"]], classes }), "ddl,-ddl", false],
    ["a class that comes back", setting({ holdsWith: [["ddl"]], classes }), "-ddl, ddl", true],
    ["all classes, taken away", setting({ holdsWith: [["all"], ["ddl"], ["role"]], classes }), "all,-all", false],
    [
      "all classes, taken away one by one",
      setting({ holdsWith: [["all"], ["ddl"]], classes }),
      "ALL,-DDL,-role",
      false,
    ],
    ["all classes but one", setting({ holdsWith: [["all"], ["ddl"]], classes }), "all,-role", true],
    ["any value", setting({ holdsWith: "any" }), "arn:aws:iam::111122223333:role/audit", true],
    ["no value where one is needed", setting({ holdsWith: "any" }), " ", false],
  ];
  for (const [shows, required, value, expected] of rows) {
    it(`${expected ? "takes" : "refuses"} ${shows}`, () => assert.equal(satisfies(required, value), expected));
  }
});
