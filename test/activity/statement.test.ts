import assert from "node:assert/strict";
import { detect } from "../../activity/detections/evaluate";
import { readSettings } from "../../activity/settings";
import { statementOf } from "../../activity/statement";
import { mysqlEvent } from "../support/activity-records";
import { environment } from "./fakes";

const { detection } = readSettings(environment);
const query = (commandText: string) => mysqlEvent({ class: "MAIN", command: "QUERY", commandText });

const cases: readonly (readonly [sql: string, verb: string, object: string])[] = [
  ["GRANT ALL ON *.* TO eve", "GRANT", "ALL"],
  ["/* why */ GRANT ALL ON *.* TO eve", "GRANT", "ALL"],
  ["-- why\n# why\n (GRANT ALL ON *.* TO eve)", "GRANT", "ALL"],
  ["/*!GRANT ALL ON *.* TO 'eve'@'%' */", "GRANT", "ALL"],
  ["/*!50003 CREATE USER eve*/", "CREATE", "USER"],
  ["/*M!100100 DROP USER eve */", "DROP", "USER"],
  [`/*${"x".repeat(100_000)}*/ GRANT ALL ON *.* TO eve`, "GRANT", "ALL"],
  ["/***/GRANT ALL ON *.* TO eve", "GRANT", "ALL"],
  ["; GRANT ALL ON *.* TO eve", "GRANT", "ALL"],
  ["/* without an end", "WITHOUT", "AN"],
  ["", "", ""],
];

describe("the statement of an event of aurora-mysql", () => {
  for (const [sql, verb, object] of cases) {
    it(`${sql.slice(0, 40)}: ${verb} ${object}`, () => {
      const { verb: found, object: about } = statementOf(query(sql));
      assert.deepEqual([found, about], [verb, object]);
    });
  }

  it("is found in no more time than its length takes", () => {
    const start = performance.now();
    for (const sql of [
      "/*".repeat(500_000),
      "*/".repeat(500_000),
      `/*${"*".repeat(1_000_000)}`,
      "((".repeat(500_000),
    ]) {
      statementOf(query(sql));
    }
    assert.ok(performance.now() - start < 2_000);
  });

  for (const sql of [
    "/*!50003 GRANT ALL ON *.* TO eve */",
    "SET PASSWORD FOR 'root'@'%' = 'x'",
    "RENAME USER app TO eve",
    "SET DEFAULT ROLE ALL TO eve",
  ]) {
    it(`is a change of privileges: ${sql}`, () => {
      const event = query(sql);
      const seen = { event, statement: statementOf(event), arrived: 0 } as Parameters<typeof detect>[0];
      assert.ok(detect(seen, detection, {}, "").hits.some(({ detection: { id } }) => id === "privilege-change"));
    });
  }
});
