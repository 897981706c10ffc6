import assert from "node:assert/strict";
import { on, type RequiredSetting } from "../../engines/engine";
import { satisfies } from "../../engines/setting";

const setting = (rest: Omit<RequiredSetting, "name" | "recommended">): RequiredSetting => ({
  name: "it",
  recommended: "",
  ...rest,
});

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
    ["any value", setting({ holdsWith: "any" }), "arn:aws:iam::111122223333:role/audit", true],
    ["no value where one is needed", setting({ holdsWith: "any" }), " ", false],
  ];
  for (const [shows, required, value, expected] of rows) {
    it(`${expected ? "takes" : "refuses"} ${shows}`, () => assert.equal(satisfies(required, value), expected));
  }
});
