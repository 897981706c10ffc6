import assert from "node:assert/strict";
import Ajv2020 from "ajv/dist/2020";
import { type Detection, type DetectionSettings, detections } from "../../activity/detections/catalogue";
import { detect, type Hit } from "../../activity/detections/evaluate";
import type { ActivityEvent } from "../../activity/events";
import { linesOf } from "../../activity/lines";
import { mask } from "../../activity/masking";
import { type Source, toOcsf } from "../../activity/ocsf/datastore-activity";
import { toFinding } from "../../activity/ocsf/detection-finding";
import { millisecondsOf } from "../../activity/ocsf/time";
import { readSettings } from "../../activity/settings";
import { statementOf } from "../../activity/statement";
import {
  mysqlConnect,
  mysqlEvent,
  mysqlFailedConnect,
  postgresConnect,
  postgresEvent,
  postgresFailedConnect,
  someActivity,
} from "../support/activity-records";
import { environment } from "./fakes";
import datastoreActivity from "./schemas/datastore_activity.json";
import detectionFinding from "./schemas/detection_finding.json";

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const isActivity = ajv.compile(datastoreActivity);
const isFinding = ajv.compile(detectionFinding);

function sourceOf(event: ActivityEvent): Source {
  return {
    event,
    statement: statementOf(event),
    id: "0-0",
    clusterId: "cluster-ABC",
    instanceId: "db-ABC",
    version: "1.1",
    region: "eu-central-1",
    account: "111122223333",
    arrived: 1_777_888_800_000,
  };
}

const bare: ActivityEvent = { type: "record" };

describe("an event in OCSF's form", () => {
  const rows: readonly [string, ActivityEvent][] = [
    ["of aurora-postgresql", postgresEvent()],
    ["of aurora-mysql", mysqlEvent()],
    ["without any field", bare],
    ["from a local socket", postgresEvent({ remoteHost: "[local]", remotePort: null })],
    ["from a named host", mysqlEvent({ remoteHost: "localhost" })],
    ["with a field that is new", { ...postgresEvent(), shard: { id: 3 } } as ActivityEvent],
    ["with masked text", mask(postgresEvent(), { text: true, parameters: true })],
    ...[postgresConnect(), postgresFailedConnect(), mysqlConnect(), mysqlFailedConnect()].map(
      (event, at): [string, ActivityEvent] => [`of session ${at}`, event],
    ),
    ...[...someActivity("aurora-postgresql", 9), ...someActivity("aurora-mysql", 9)].map(
      (event, at): [string, ActivityEvent] => [`of the day, ${at}`, event],
    ),
  ];
  for (const [what, event] of rows) {
    it(`is valid ${what}`, () => {
      assert.ok(isActivity(JSON.parse(JSON.stringify(toOcsf(sourceOf(event))))), JSON.stringify(isActivity.errors));
    });
  }

  it("is refused by the schema without what OCSF requires", () => {
    const { actor: _, ...rest } = toOcsf(sourceOf(postgresEvent()));
    assert.equal(isActivity(rest), false);
    assert.equal(isActivity({ ...toOcsf(sourceOf(postgresEvent())), other: 1 }), false);
  });

  it("names the stream's cluster where its record names none, and so does its finding", () => {
    const activity = { clusterId: "", instanceId: "", events: [{ place: 0, event: postgresConnect() }], heartbeats: 0 };
    const place = { recordId: "r", version: "1.1", account: "111122223333", arrived: 0, window: "" };
    const settings = readSettings({ ...environment, FORMS: "ocsf,aws", DETECTIONS: '{"applicationUsers":[]}' });
    const { lines } = linesOf(activity, place, settings, {});
    const [ocsf, aws, finding] = lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      [ocsf.database.uid, aws.clusterId, finding.resources[0].uid, finding.evidences[0].database.uid],
      Array(4).fill(environment.RESOURCE_ID),
    );
    assert.equal(isActivity(ocsf), true);
    assert.equal(isFinding(finding), true);
    assert.match(finding.message, new RegExp(` on ${environment.RESOURCE_ID}$`));
  });

  const spelled: readonly string[] = [
    "é".repeat(80),
    `${"a".repeat(80)}"`,
    `${"a".repeat(80)}\\`,
    `${"a".repeat(80)}\n`,
    `${"a".repeat(80)}\u007f\u0000`,
    "a".repeat(64),
    "~ !#[]".repeat(5_000),
  ];
  for (const commandText of spelled) {
    it(`keeps a text of ${commandText.length} characters that ends in ${JSON.stringify(commandText.at(-1))}`, () => {
      const { query_info: query } = toOcsf(sourceOf(postgresEvent({ commandText })));
      assert.equal((query as { readonly query_string: string }).query_string, commandText);
    });
  }

  it("loses no field of AWS's", () => {
    const event = Object.fromEntries(Object.keys(postgresEvent()).map((name) => [name, `<${name}>`]));
    const times = {
      logTime: "2026-05-04 10:00:00+00",
      startTime: "2026-05-04 10:00:01+00",
      endTime: "2026-05-04 10:00:02+00",
    };
    for (const objectType of ["TABLE", "VIEW"]) {
      const all = { ...event, ...times, objectType, paramList: ["<paramList>"], remotePort: "4711", type: "record" };
      const line = JSON.stringify(toOcsf(sourceOf(all)));
      const wanted = Object.entries(all).map(([name, value]) =>
        name === "paramList" ? "<paramList>" : name in times ? String(millisecondsOf(value)) : String(value),
      );
      assert.deepEqual(
        wanted.filter((value) => value !== "record" && !line.includes(value)),
        [],
      );
    }
  });

  const activities: readonly [string, ActivityEvent, number, number][] = [
    ["SELECT", postgresEvent(), 4, 1],
    ["COPY", postgresEvent({ command: "COPY" }), 1, 1],
    ["UPDATE", postgresEvent({ command: "UPDATE" }), 2, 1],
    ["CREATE TABLE", postgresEvent({ command: "CREATE TABLE" }), 6, 1],
    ["DROP ROLE", postgresEvent({ command: "DROP ROLE" }), 7, 1],
    ["BEGIN", postgresEvent({ command: "BEGIN" }), 99, 1],
    ["DISCONNECT", postgresEvent({ command: "DISCONNECT" }), 99, 1],
    ["a failed log-in", postgresFailedConnect(), 3, 2],
    ["a failed log-in to MySQL", mysqlFailedConnect(), 3, 2],
    ["an INSERT of MySQL", mysqlEvent(), 5, 1],
    ["a commented DELETE of MySQL", mysqlEvent({ commandText: "/* nightly */ -- clean\n delete from a" }), 7, 1],
    ["a write of MySQL to a table", mysqlEvent({ class: "AUX", command: "WRITE" }), 5, 1],
    ["a failed statement of MySQL", mysqlEvent({ exitCode: "1146" }), 5, 2],
  ];
  for (const [what, event, activity, status] of activities) {
    it(`calls ${what} ${activity}, status ${status}`, () => {
      const { activity_id, type_uid, status_id } = toOcsf(sourceOf(event));
      assert.deepEqual(
        { activity_id, type_uid, status_id },
        { activity_id: activity, type_uid: 600_500 + activity, status_id: status },
      );
    });
  }
});

describe("a time of AWS's", () => {
  const rows: readonly [unknown, number | undefined][] = [
    ["2019-10-30 00:39:49.940668+00", Date.UTC(2019, 9, 30, 0, 39, 49, 940)],
    ["2019-10-30 02:39:49.9+02", Date.UTC(2019, 9, 30, 0, 39, 49, 900)],
    ["2019-10-30 00:39:49-05:30", Date.UTC(2019, 9, 30, 6, 9, 49)],
    ["2019-10-30T00:39:49Z", Date.UTC(2019, 9, 30, 0, 39, 49)],
    ["yesterday", undefined],
    [null, undefined],
    [17, undefined],
  ];
  for (const [text, wanted] of rows) {
    it(JSON.stringify(text), () => assert.equal(millisecondsOf(text), wanted));
  }
});

describe("the detections", () => {
  // Sundays from 03:00 to 04:00 UTC; the events are of a Monday at 10:00.
  const sunday = { start: 6 * 1440 + 180, length: 60 };
  const base: DetectionSettings = { failedLogins: 2, bulkReadRows: 100, off: [] };
  const master = { ...base, masterUsername: "root" };
  const ddl = { class: "DDL", commandText: "CREATE TABLE copy AS TABLE orders", command: "CREATE TABLE AS" };
  const rows: readonly [string, ActivityEvent, DetectionSettings, readonly string[]][] = [
    ["a statement of the day", postgresEvent(), base, []],
    ["GRANT", postgresEvent({ command: "GRANT", class: "ROLE" }), base, ["privilege-change"]],
    ["a GRANT that fails", postgresEvent({ command: "GRANT", class: "ROLE", errorMessage: "denied" }), base, []],
    ["CREATE USER of MySQL", mysqlEvent({ commandText: "create user 'eve'@'%'" }), base, ["privilege-change"]],
    ["ALTER ROLE", postgresEvent({ command: "ALTER ROLE", class: "ROLE" }), base, ["privilege-change"]],
    ["ALTER TABLE at any time", postgresEvent({ command: "ALTER TABLE" }), base, []],
    ["DDL on Monday", postgresEvent(ddl), { ...base, maintenanceWindow: sunday }, ["ddl-outside-maintenance-window"]],
    [
      "DDL on Sunday",
      postgresEvent({ ...ddl, startTime: "2026-05-03 03:59:59+00" }),
      { ...base, maintenanceWindow: sunday },
      [],
    ],
    [
      "DDL after it",
      postgresEvent({ ...ddl, startTime: "2026-05-03 04:00:00+00" }),
      { ...base, maintenanceWindow: sunday },
      ["ddl-outside-maintenance-window"],
    ],
    [
      "DDL in a window across the week's end",
      postgresEvent({ ...ddl, startTime: "2026-05-04 00:10:00+00" }),
      { ...base, maintenanceWindow: { start: 7 * 1440 - 30, length: 60 } },
      [],
    ],
    ["the master's log-in", postgresConnect({ dbUserName: "root" }), master, ["log-in-of-no-application"]],
    ["an application's log-in", postgresConnect(), master, []],
    [
      "a stranger's log-in",
      mysqlConnect({ dbUserName: "eve" }),
      { ...base, applicationUsers: ["app"] },
      ["log-in-of-no-application"],
    ],
    ["a log-in of RDS itself", postgresConnect({ dbUserName: "rdsadmin" }), { ...base, applicationUsers: ["app"] }, []],
    ["100 rows", postgresEvent({ rowCount: 100 }), base, []],
    ["101 rows", postgresEvent({ rowCount: 101 }), base, ["bulk-read"]],
    ["101 rows of MySQL", mysqlEvent({ commandText: "SELECT * FROM a", rowCount: 101 }), base, ["bulk-read"]],
    ["101 rows written", postgresEvent({ command: "UPDATE", class: "WRITE", rowCount: 101 }), base, []],
    [
      "what a statement of MySQL did to a table",
      mysqlEvent({ class: "AUX", command: "READ", rowCount: 101 }),
      base,
      [],
    ],
    [
      "SET pgaudit.log",
      postgresEvent({ command: "SET", class: "MISC", commandText: "SET pgaudit.log = 'none'" }),
      base,
      ["audit-switched-off"],
    ],
    [
      "ALTER ROLE SET pgaudit.log",
      postgresEvent({ command: "ALTER ROLE", commandText: "ALTER ROLE app SET pgaudit.log TO none" }),
      base,
      ["privilege-change", "audit-switched-off"],
    ],
    [
      "DROP EXTENSION pgaudit",
      postgresEvent({ command: "DROP EXTENSION", commandText: "DROP EXTENSION IF EXISTS pgaudit" }),
      base,
      ["audit-switched-off"],
    ],
    [
      "DROP EXTENSION hstore",
      postgresEvent({ command: "DROP EXTENSION", commandText: "DROP EXTENSION hstore" }),
      base,
      [],
    ],
    [
      "SET GLOBAL server_audit_logging",
      mysqlEvent({ commandText: "SET GLOBAL server_audit_logging = OFF" }),
      base,
      ["audit-switched-off"],
    ],
    [
      "set_config",
      postgresEvent({ commandText: "select set_config('pgaudit.log', 'none', false)" }),
      base,
      ["audit-switched-off"],
    ],
    ["a GRANT that is not looked for", postgresEvent({ command: "GRANT" }), { ...base, off: ["privilege-change"] }, []],
    ["one failed log-in", postgresFailedConnect(), base, []],
  ];
  for (const [what, event, settings, found] of rows) {
    it(`find ${found.length === 0 ? "nothing" : found.join(" and ")} in ${what}`, () => {
      const { hits } = detect(sourceOf(event), settings, {}, "w");
      assert.deepEqual(
        hits.map(({ detection }) => detection.id),
        found,
      );
      for (const hit of hits) {
        assertFinding(hit);
      }
    });
  }

  it("find the failed log-in that is too many, and no further one", () => {
    let counts = {};
    const found = ["1", "1", "2", "3"].map((id) => {
      const seen = detect({ ...sourceOf(mysqlFailedConnect()), id }, base, counts, "w");
      counts = seen.counts;
      seen.hits.forEach(assertFinding);
      return seen.hits.map(({ eventIds }) => eventIds);
    });
    assert.deepEqual(found, [[], [], [["1", "2"]], []]);
  });

  it("keep a state that Lambda takes, whoever tries", () => {
    let counts = {};
    for (let at = 0; at < 1_000; at++) {
      const event = postgresFailedConnect({ dbUserName: `${"u".repeat(300)}${at}`, remoteHost: `10.0.0.${at}` });
      counts = detect(
        { ...sourceOf({ ...event, dbUserName: `${at}${"u".repeat(300)}` }), id: `${at}`.padStart(40) },
        { ...base, failedLogins: 100 },
        counts,
        "w",
      ).counts;
    }
    assert.ok(JSON.stringify(counts).length < 700_000);
  });

  it("have ids of their own", () => {
    assert.equal(new Set(detections.map(({ id }: Detection) => id)).size, detections.length);
  });
});

function assertFinding(hit: Hit): void {
  const { ocsf } = toFinding(hit, toOcsf(hit.source));
  assert.ok(isFinding(JSON.parse(JSON.stringify(ocsf))), JSON.stringify(isFinding.errors));
}
