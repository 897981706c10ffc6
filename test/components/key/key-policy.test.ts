import assert from "node:assert/strict";
import { keyPolicy } from "../../../components/key/key-policy";
import { scopes } from "../../support/mocks";
import { statements } from "../statements";

interface Row {
  readonly partition: keyof typeof scopes;
  readonly root: string;
  readonly services: string[];
  readonly logs: string;
  readonly logGroups: string;
  readonly databases: string;
}

const rows: Row[] = [
  {
    partition: "aws",
    root: "arn:aws:iam::123456789012:root",
    services: ["rds.eu-west-1.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com"],
    logs: "logs.eu-west-1.amazonaws.com",
    logGroups: "arn:aws:logs:eu-west-1:123456789012:log-group:*",
    databases: "arn:aws:rds:eu-west-1:123456789012:*",
  },
  {
    partition: "aws-cn",
    root: "arn:aws-cn:iam::123456789012:root",
    services: [
      "rds.cn-north-1.amazonaws.com",
      "rds.cn-north-1.amazonaws.com.cn",
      "secretsmanager.cn-north-1.amazonaws.com",
      "secretsmanager.cn-north-1.amazonaws.com.cn",
    ],
    logs: "logs.cn-north-1.amazonaws.com.cn",
    logGroups: "arn:aws-cn:logs:cn-north-1:123456789012:log-group:*",
    databases: "arn:aws-cn:rds:cn-north-1:123456789012:*",
  },
  {
    partition: "aws-us-gov",
    root: "arn:aws-us-gov:iam::123456789012:root",
    services: ["rds.us-gov-west-1.amazonaws.com", "secretsmanager.us-gov-west-1.amazonaws.com"],
    logs: "logs.us-gov-west-1.amazonaws.com",
    logGroups: "arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:*",
    databases: "arn:aws-us-gov:rds:us-gov-west-1:123456789012:*",
  },
];

describe("the policy of a key", () => {
  for (const { partition, root, services, logs, logGroups, databases } of rows) {
    describe(`in ${partition}`, () => {
      const key = statements(keyPolicy(scopes[partition], ["rds", "secretsmanager"]));
      const through = { "kms:CallerAccount": "123456789012", "kms:ViaService": services };

      it("names the account in every statement about services", () => {
        assert.deepEqual(
          key.map(({ Principal }) => Principal),
          [{ AWS: root }, { AWS: root }, { AWS: root }],
        );
      });

      it("lets the account administer the key, and not use it", () => {
        assert.equal(key[0]?.Condition, undefined);
        const use = /Decrypt|Encrypt|GenerateDataKey|CreateGrant|Sign|Mac|\*/;
        assert.deepEqual(
          [key[0]?.Action].flat().filter((action) => use.test(action ?? "")),
          [],
        );
        assert.ok(key[0]?.Action.includes("kms:PutKeyPolicy"));
      });

      it("lets it be used through the services alone", () => {
        assert.deepEqual(key[1]?.Condition, { StringEquals: through });
        assert.deepEqual(key[2]?.Condition, {
          Bool: { "kms:GrantIsForAWSResource": "true" },
          StringEquals: through,
        });
        assert.deepEqual(key[2]?.Action, ["kms:CreateGrant"]);
      });

      it("lets CloudWatch Logs encrypt log groups of the account alone", () => {
        const [, own, ...others] = statements(keyPolicy(scopes[partition], ["logs"]));
        assert.deepEqual(own?.Principal, { Service: logs });
        assert.deepEqual(own?.Condition, { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } });
        assert.deepEqual(others, []);
      });

      it("lets RDS publish events of the account alone", () => {
        const events = statements(keyPolicy(scopes[partition], ["sns"])).at(-1);
        assert.deepEqual(events?.Principal, { Service: "events.rds.amazonaws.com" });
        assert.deepEqual(events?.Action, ["kms:Decrypt", "kms:GenerateDataKey*"]);
        assert.deepEqual(events?.Condition, {
          ArnLike: { "aws:SourceArn": databases },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        });
      });
    });
  }

  it("is the same whatever the order of the services", () => {
    assert.equal(
      keyPolicy(scopes.aws, ["rds", "logs", "secretsmanager"]),
      keyPolicy(scopes.aws, ["secretsmanager", "rds", "logs"]),
    );
  });
});
