import assert from "node:assert/strict";
import { textReport } from "../../../audit/report/text";
import { clean, emptyReport, emptyScope, troubled } from "../../support/report";
import { showcase } from "../../support/report-showcase";

describe("the report as text", () => {
  it("is one line where nothing is wrong", () => {
    assert.equal(
      textReport(clean),
      "eu-west-1 of account 111122223333: 0 resources read, 0 DB instances and 0 DynamoDB tables among them; " +
        "controls held 0 times and did not apply 0 times; findings: 0 critical, 0 high, 0 medium, 0 low; 0.4 s\n",
    );
  });

  it("names the region alone where AWS did not tell the account", () => {
    assert.match(
      textReport(emptyReport({ scopes: [emptyScope({ account: undefined })] })),
      /^eu-west-1: 0 resources read/,
    );
  });

  it("puts the worst first and the summary last", () => {
    const summary =
      "eu-west-1 of account 111122223333: 4 resources read, 2 DB instances and 0 DynamoDB tables among them; " +
      "controls held 20 times and did not apply 1 time; findings: 2 critical, 0 high, 0 medium, 1 low; 1 undecided; " +
      "INCOMPLETE, 2 calls could not be read; 3.2 s";
    assert.equal(
      textReport(troubled),
      `CRITICAL (2)
  rds-instance-not-public
    arn:aws:rds:eu-west-1:111122223333:db:orders
      publiclyAccessible is true; it must be false
    arn:aws:rds:eu-west-1:111122223333:db:stock
      publiclyAccessible is true; it must be false
    Mend: Set publiclyAccessible to false and reach the instance from inside its VPC.

LOW (1)
  rds-instance-enhanced-monitoring
    arn:aws:rds:eu-west-1:111122223333:db:stock
      monitoringInterval is 0; it must be 60 or less
    Mend: Set monitoringInterval to 60 or less and monitoringRoleArn to a role that RDS may assume.

UNDECIDED (1)
  database-security-group-no-public-ingress (critical)
    arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1 (orders-db)
      waits for the entries of pl-1 (ec2:GetManagedPrefixListEntries was denied)

COULD NOT BE READ (2)
  ec2:GetManagedPrefixListEntries was denied for pl-1, pl-2, pl-3, pl-4, pl-5 and 2 more
    UnauthorizedOperation:  [31mnot you
  dynamodb:ListTables could not be reached
    connect ETIMEDOUT
  Not asked about every resource, for lack of a list of them:
    dynamodb-table-deletion-protection (medium): dynamodb:ListTables could not be reached

${summary}
`,
    );
  });

  it("paints severities, headings and what matters less", () => {
    const text = textReport(troubled, (look, painted) => `<${look}>${painted}</>`);
    for (const line of [
      "<critical>CRITICAL (2)</>",
      "  <heading>rds-instance-not-public</>",
      "    <muted>Mend: Set publiclyAccessible to false and reach the instance from inside its VPC.</>",
      "<low>LOW (1)</>",
      "<heading>UNDECIDED (1)</>",
    ]) {
      assert.ok(text.split("\n").includes(line), line);
    }
  });

  it("tells what is new, advised, declared in a stack and reached from the internet, accepted and resolved", () => {
    const text = textReport(showcase());
    for (const line of [
      "    arn:aws:rds:eu-west-1:111122223333:db:orders [new]",
      "      reached by shop-igw -> shop-public -> shop-public-a -> orders-db -> orders",
      "      declared by urn:pulumi:prod::shop::aws:rds/instance:Instance::orders at infra/index.ts:32:18",
      "    arn:aws:rds:eu-west-1:111122223333:db:orders [new, advice]",
      "    arn:aws:rds:us-east-1:444455556666:db:legacy-billing",
      "ACCEPTED (1)",
      "      accepted by platform@example.com until 2026-12-31: previews are thrown away each night",
      "RESOLVED (1)",
      "  backup:ListBackupPlans was denied (777788889999, us-east-1)",
    ]) {
      assert.ok(text.split("\n").includes(line), line);
    }
    assert.match(
      text,
      /; 5 new, 5 unchanged, 1 resolved; 1 accepted; 1 undecided; INCOMPLETE, 1 call could not be read; /,
    );
  });

  it("names a region of an account that was not reached, and an audit that was interrupted", () => {
    const scopes = [
      emptyScope(),
      emptyScope({ region: "us-east-1", complete: false, error: "the role cannot be assumed" }),
    ];
    const text = textReport(emptyReport({ scopes, complete: false, partial: "interrupted" }));
    assert.match(text, /^COULD NOT BE READ \(1\)\n {2}111122223333, us-east-1\n {4}the role cannot be assumed\n/);
    assert.match(text, /INTERRUPTED, 1 region of accounts not at all; /);
  });

  for (const width of [40, 60, 80, 120]) {
    it(`is no wider than ${width} columns, but for words that are`, () => {
      const lines = textReport(showcase(), undefined, width).split("\n");
      const wide = lines.filter((line) => line.length > width && line.trim().includes(" "));
      assert.deepEqual(wide, []);
      const words = (text: string) => text.split(/\s+/);
      assert.deepEqual(words(lines.join("\n")), words(textReport(showcase())));
    });
  }
});
