import assert from "node:assert/strict";
import { checkConfiguration } from "../../configuration/check";
import { controls } from "../../controls";
import { catalogue } from "./catalogue";
import { right, unreadable, wrong } from "./rows";

describe("checkConfiguration", () => {
  for (const [name, text] of right) {
    it(`right: ${name}`, () => {
      const { problems, configuration } = checkConfiguration(text, catalogue);
      assert.deepEqual([problems, configuration?.version], [[], 2]);
    });
  }

  for (const [name, text, expected] of [...unreadable, ...wrong]) {
    it(`wrong: ${name}`, () => {
      const { problems, configuration } = checkConfiguration(text, catalogue);
      assert.deepEqual(
        problems.map(({ line, message }) => `${line}: ${message}`),
        expected,
      );
      assert.equal(configuration, undefined);
    });
  }

  const texts: readonly [control: string, option: string, text: string, wanted: string][] = [
    ["database-security-group-no-public-ingress", "allowedCidrs", "nonsense", "a CIDR block such as 10.0.0.0/8"],
    ["database-security-group-no-public-ingress", "allowedCidrs", "10.0.0.0", "a CIDR block such as 10.0.0.0/8"],
    [
      "database-security-group-no-open-egress",
      "allowedPrefixLists",
      "com.amazonaws.eu-west-1.s3",
      "the id of a prefix list, such as pl-0123456789abcdef0",
    ],
    ["database-secret-policy-not-public", "trustedAccounts", "1234", "the id of an account, 12 digits"],
    [
      "rds-instance-customer-managed-key",
      "trustedKeys",
      "alias/databases",
      "the ARN of a KMS key, with * for any text, such as arn:aws:kms:eu-west-1:111122223333:key/*",
    ],
    ["rds-instance-backup-plan", "selectingTags", "backup", "a tag as key=value"],
  ];
  for (const [control, option, text, wanted] of texts) {
    it(`wrong: ${option} of ${text}`, () => {
      const { problems } = checkConfiguration(JSON.stringify({ [control]: { [option]: [text] } }), controls);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [`${control}.${option}[0] is "${text}"; it must be ${wanted}.`],
      );
    });
  }

  const off = "does nothing: the control is off by default;";
  const port = `${off} set its option \`enabled\` to true, or its level to disabled.`;
  const tags = `${off} name the tags in its option \`requiredTags\`, or its level to disabled.`;
  const idle: readonly [text: string, warnings: readonly string[]][] = [
    ['{"rds-instance-port": "mandatory"}', [`1: rds-instance-port ${port}`]],
    ['{\n"rds-instance-port": {"enforcementLevel": "advisory"}}', [`2: rds-instance-port ${port}`]],
    ['{"rds-instance-port": {"enforcementLevel": "advisory", "enabled": false}}', [`1: rds-instance-port ${port}`]],
    ['{"version": 2,\n"policies": {"rds-instance-port": "remediate"}}', [`2: policies.rds-instance-port ${port}`]],
    ['{"rds-cluster-activity-stream": {"trustedKeys": []}}', [`1: rds-cluster-activity-stream ${port}`]],
    ['{"rds-instance-tagged": "mandatory"}', [`1: rds-instance-tagged ${tags}`]],
    [
      '{"rds-instance-tagged": {"enforcementLevel": "mandatory", "requiredTags": []}}',
      [`1: rds-instance-tagged ${tags}`],
    ],
    ['{"rds-instance-tagged": {"enforcementLevel": "mandatory", "requiredTags": ["owner"]}}', []],
    ['{"rds-instance-port": {"enforcementLevel": "mandatory", "enabled": true}}', []],
    ['{"rds-instance-port": {"enabled": false}, "rds-instance-tagged": {}}', []],
    ['{"rds-instance-port": "disabled", "rds-instance-tagged": {"enforcementLevel": "disabled"}}', []],
    ['{"all": "mandatory", "rds-instance-multi-az": "mandatory"}', []],
  ];
  for (const [text, expected] of idle) {
    it(`${expected.length === 0 ? "has no doubt about" : "warns of"} ${text}`, () => {
      const { problems, configuration } = checkConfiguration(text, controls);
      assert.deepEqual(
        problems.map(({ line, message }) => `${line}: ${message}`),
        expected,
      );
      assert.ok(problems.every(({ severity }) => severity === "warning") && configuration !== undefined);
    });
  }

  it("takes the forms that options have", () => {
    const file = {
      "database-security-group-no-public-ingress": { allowedCidrs: ["203.0.113.0/24", "2001:db8::/32"] },
      "rds-instance-customer-managed-key": { trustedKeys: ["arn:aws-cn:kms:*:111122223333:key/*"] },
      "rds-instance-backup-plan": { selectingTags: ["backup=daily", "backup="] },
    };
    assert.deepEqual(checkConfiguration(JSON.stringify(file), controls).problems, []);
  });

  it("gives a version 1 file as version 2", () => {
    const text = '{"environments": ["shop/prod"], "all": "advisory", "rds-instance-tagged": {"enabled": true}}';
    assert.deepEqual(checkConfiguration(text, catalogue).configuration, {
      version: 2,
      policies: { all: "advisory", "rds-instance-tagged": { enabled: true } },
      environments: ["shop/prod"],
    });
  });

  it("gives a version 2 file as it is", () => {
    const file = { version: 2, environments: [], policies: { all: "advisory" } };
    assert.deepEqual(checkConfiguration(JSON.stringify(file), catalogue).configuration, file);
  });

  it("takes every control of the catalogue with its own defaults", () => {
    const policies = controls.map(({ id, options }) => [
      id,
      Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default])),
    ]);
    assert.deepEqual(checkConfiguration(JSON.stringify(Object.fromEntries(policies)), controls).problems, []);
  });

  it("refuses an unknown option of every control of the catalogue", () => {
    const policies = Object.fromEntries(controls.map(({ id }) => [id, { unheardOf: 1 }]));
    assert.equal(checkConfiguration(JSON.stringify(policies), controls).problems.length, controls.length);
  });
});
