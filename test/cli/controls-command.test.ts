import assert from "node:assert/strict";
import { catalogueCsv } from "../../cli/catalogue/csv";
import { type Entry, entriesOf } from "../../cli/catalogue/entry";
import { kindsOf } from "../../cli/catalogue/kinds";
import { type AnyControl, controls } from "../../controls";
import { kindNames } from "../../inventory/model";
import { adaptors } from "../../inventory/program";
import { catalogue } from "../configuration/catalogue";
import { run } from "./run";

async function listed(...words: string[]): Promise<readonly Entry[]> {
  const { code, stdout, stderr } = await run(["controls", "--format", "json", ...words]);
  assert.deepEqual([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe("aws-secure-database controls", () => {
  it("lists every control with what the judging object says", async () => {
    const entries = await listed();
    assert.deepEqual(
      entries.map(({ id, title, severity, subject }) => ({ id, title, severity, subject })),
      controls.map(({ id, title, severity, subject }) => ({ id, title, severity, subject: kindNames[subject] })),
    );
  });

  it("tells gates, ids of others and options with their defaults", async () => {
    const entry = (await listed()).find(({ id }) => id === "rds-instance-backup-retention");
    assert.ok(entry);
    assert.deepEqual(entry.gates, ["policy-pack", "audit"]);
    assert.deepEqual(
      [entry.frameworks.securityHub, entry.frameworks.checkov, entry.frameworks.trivy],
      [["RDS.11"], ["CKV_AWS_133"], ["AWS-0077"]],
    );
    assert.deepEqual(entry.options.minimumDays, {
      type: "integer",
      minimum: 1,
      maximum: 35,
      description: "Days that backups must be kept.",
      default: 7,
    });
  });

  it("tells the gates of a control that not every gate can decide", () => {
    const narrow = { ...catalogue[0], gates: ["audit"] } as AnyControl;
    assert.deepEqual(
      entriesOf([narrow, ...catalogue.slice(1, 2)], {}).map(({ gates }) => gates),
      [["audit"], ["policy-pack", "audit"]],
    );
  });

  it("writes a paragraph a control and their number for people", async () => {
    const { code, stdout } = await run(["controls", "--resource", "DynamoDB table", "--framework", "Trivy"]);
    const ids = controls
      .filter(({ subject, peerIds }) => subject === "dynamodbTables" && peerIds.trivy)
      .map(({ id }) => id);
    assert.equal(code, 0);
    const paragraphs = stdout.trimEnd().split("\n\n");
    assert.deepEqual(
      paragraphs.slice(0, -1).map((paragraph) => paragraph.split(" ")[0]),
      ids,
    );
    assert.equal(paragraphs.at(-1), `${ids.length} ${ids.length === 1 ? "control" : "controls"}`);
  });

  it("says what is off by default, how to switch it on, and how many are", async () => {
    const paragraphs = (await run("controls")).stdout.trimEnd().split("\n\n");
    const off = paragraphs.filter((text) => text.includes("\n  Off by default: "));
    assert.ok(off.some((text) => text.startsWith("rds-instance-port ") && text.includes("option `enabled` to true")));
    assert.ok(off.some((text) => text.startsWith("dynamodb-table-tagged ") && text.includes("option `requiredTags`")));
    assert.equal(paragraphs.at(-1), `${controls.length} controls, ${off.length} of them off by default`);
  });

  it("describes one control in words", async () => {
    const { stdout } = await run(["controls", "--resource", "DB instance", "--framework", "Prowler"]);
    const paragraph = stdout.split("\n\n").find((text) => text.startsWith("rds-instance-backup-retention"));
    assert.equal(
      paragraph,
      [
        "rds-instance-backup-retention (medium, DB instance)",
        "  RDS instance keeps its backups long enough",
        "  Decided by: policy-pack, audit",
        "  Frameworks: Security Hub RDS.11; NIST CP-6, CP-6(1), CP-6(2), CP-9, CP-10, SC-5(2), SI-12, SI-13(5)",
        "  Peers: Checkov CKV_AWS_133; Trivy AWS-0077; Prowler rds_instance_backup_enabled",
        "  Option minimumDays: an integer from 1 to 35, default 7. Days that backups must be kept.",
      ].join("\n"),
    );
  });

  it("writes a row a control as CSV", async () => {
    const { code, stdout } = await run("controls --format csv");
    const rows = stdout.split("\r\n");
    assert.equal(code, 0);
    assert.equal(
      rows[0],
      "id,title,severity,subject,gates,Security Hub,CIS,NIST,PCI DSS,Checkov,Trivy,Prowler,options",
    );
    assert.deepEqual(
      rows.slice(1, -1).map((row) => row.split(",")[0]),
      idsOf(controls),
    );
  });

  it("quotes cells of CSV with commas, quotes and line breaks", () => {
    const entry = {
      id: "rds-instance-multi-az",
      title: 'Says "yes", or\nno',
      severity: "low",
      subject: "DB instance",
      kind: "dbInstances",
      gates: ["audit"],
      frameworks: { securityHub: ["A", "B"], cis: [], nist: [], pci: [], checkov: [], trivy: [], prowler: [] },
      options: { days: { type: "integer", description: "Days.", default: 7 } },
    } as const satisfies Entry;
    assert.equal(
      catalogueCsv([entry]).split("\r\n")[1],
      'rds-instance-multi-az,"Says ""yes"", or\nno",low,DB instance,audit,A; B,,,,,,,days=7',
    );
  });

  const frameworks: readonly [words: string, key: keyof Entry["frameworks"]][] = [
    ["Security Hub", "securityHub"],
    ["security-hub", "securityHub"],
    ["cis", "cis"],
    ["NIST", "nist"],
    ["pci dss", "pci"],
    ["PCI", "pci"],
    ["checkov", "checkov"],
    ["TRIVY", "trivy"],
    ["Prowler", "prowler"],
  ];
  for (const [words, key] of frameworks) {
    it(`--framework ${words}: what it knows by an id`, async () => {
      const expected = controls.filter(({ peerIds }) => (peerIds[key] ?? []).length > 0);
      assert.ok(expected.length > 0 && expected.length < controls.length);
      assert.deepEqual(idsOf(await listed("--framework", words)), idsOf(expected));
    });
  }

  const resources: readonly [words: string, kind: keyof typeof kindNames][] = [
    ["DB instance", "dbInstances"],
    ["db instances", "dbInstances"],
    ["dbInstances", "dbInstances"],
    ["aws:rds/instance:Instance", "dbInstances"],
    ["aws:rds/clusterInstance:ClusterInstance", "dbInstances"],
    ["aws:dynamodb/table:Table", "dynamodbTables"],
    ["security group", "securityGroups"],
    ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "securityGroups"],
  ];
  for (const [words, kind] of resources) {
    it(`--resource ${words}: controls about ${kind}`, async () => {
      const found = idsOf(await listed("--resource", words));
      const expected = idsOf(controls.filter(({ subject }) => subject === kind));
      assert.deepEqual(
        expected.filter((id) => !found.includes(id)),
        [],
      );
      assert.ok(found.length < controls.length);
    });
  }

  it("takes every type that is read", () => {
    const strange = Object.keys(adaptors).filter((type) => kindsOf(type)?.some((kind) => !(kind in kindNames)) ?? true);
    assert.deepEqual(strange, []);
  });

  it("lists nothing for a type that is read and that no control is about", async () => {
    assert.deepEqual(await listed("--resource", "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"), []);
  });

  it("refuses an unknown framework", async () => {
    const { code, stdout, stderr } = await run(["controls", "--framework", "SOC 2"]);
    assert.deepEqual(
      [code, stdout, stderr],
      [
        64,
        "",
        "error: option '--framework <name>' argument 'SOC 2' is invalid. " +
          "The frameworks are Security Hub, CIS, NIST, PCI DSS, Checkov, Trivy, Prowler.\n",
      ],
    );
  });

  it("guesses which resource was meant", async () => {
    const { stderr } = await run("controls --resource aws:rds/instance:Instnace");
    assert.match(stderr, / Did you mean aws:rds\/instance:Instance\?\n$/);
  });

  it("refuses an unknown resource with those that there are", async () => {
    const { code, stderr } = await run("controls --resource aws:s3/bucket:Bucket");
    assert.equal(code, 64);
    assert.match(
      stderr,
      /^error: --resource is 'aws:s3\/bucket:Bucket'; it must be a Pulumi type that is read, such as aws:rds\/instance:Instance, or one of DB instance, .*DynamoDB table.*\n$/,
    );
  });
});
