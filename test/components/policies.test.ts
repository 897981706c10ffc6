import assert from "node:assert/strict";
import { keyPolicy, monitoringPolicyArn, monitoringTrust } from "../../components/policies";
import { scopes } from "../support/mocks";

interface Statement {
  readonly Sid: string;
  readonly Principal: { readonly AWS?: string; readonly Service?: string };
  readonly Action: string | string[];
  readonly Condition?: Record<string, Record<string, unknown>>;
}

const rows: [partition: keyof typeof scopes, root: string, services: string[], instances: string, managed: string][] = [
  [
    "aws",
    "arn:aws:iam::123456789012:root",
    ["rds.eu-west-1.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com"],
    "arn:aws:rds:eu-west-1:123456789012:db:orders-*",
    "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  ],
  [
    "aws-cn",
    "arn:aws-cn:iam::123456789012:root",
    [
      "rds.cn-north-1.amazonaws.com",
      "rds.cn-north-1.amazonaws.com.cn",
      "secretsmanager.cn-north-1.amazonaws.com",
      "secretsmanager.cn-north-1.amazonaws.com.cn",
    ],
    "arn:aws-cn:rds:cn-north-1:123456789012:db:orders-*",
    "arn:aws-cn:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  ],
  [
    "aws-us-gov",
    "arn:aws-us-gov:iam::123456789012:root",
    ["rds.us-gov-west-1.amazonaws.com", "secretsmanager.us-gov-west-1.amazonaws.com"],
    "arn:aws-us-gov:rds:us-gov-west-1:123456789012:db:orders-*",
    "arn:aws-us-gov:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  ],
];

describe("the policies of components", () => {
  for (const [partition, root, services, instances, managed] of rows) {
    describe(`in ${partition}`, () => {
      const key = statements(keyPolicy(scopes[partition], ["rds", "secretsmanager"]));
      const through = { "kms:CallerAccount": "123456789012", "kms:ViaService": services };

      it("name the account in every statement of a key", () => {
        assert.deepEqual(
          key.map(({ Principal }) => Principal),
          [{ AWS: root }, { AWS: root }, { AWS: root }],
        );
      });

      it("let the account administer a key, and not use it", () => {
        assert.equal(key[0]?.Condition, undefined);
        const use = /Decrypt|Encrypt|GenerateDataKey|CreateGrant|Sign|Mac|\*/;
        assert.deepEqual(
          [key[0]?.Action].flat().filter((action) => use.test(action ?? "")),
          [],
        );
        assert.ok(key[0]?.Action.includes("kms:PutKeyPolicy"));
      });

      it("let a key be used through the services alone", () => {
        assert.deepEqual(key[1]?.Condition, { StringEquals: through });
        assert.deepEqual(key[2]?.Condition, {
          Bool: { "kms:GrantIsForAWSResource": "true" },
          StringEquals: through,
        });
        assert.deepEqual(key[2]?.Action, ["kms:CreateGrant"]);
      });

      it("trust RDS for the instances of one name", () => {
        const [trust, another] = statements(monitoringTrust(scopes[partition], "orders-"));
        assert.equal(another, undefined);
        assert.deepEqual(trust?.Principal, { Service: "monitoring.rds.amazonaws.com" });
        assert.deepEqual(trust?.Condition, {
          ArnLike: { "aws:SourceArn": instances },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        });
      });

      it("attach the managed policy of the partition", () => {
        assert.equal(monitoringPolicyArn(scopes[partition]), managed);
      });
    });
  }

  it("are the same whatever the order of the services", () => {
    assert.equal(
      keyPolicy(scopes.aws, ["rds", "secretsmanager"]).replace(/\s/g, ""),
      keyPolicy(scopes.aws, ["secretsmanager", "rds"]).replace(/\s/g, ""),
    );
  });
});

function statements(document: string): Statement[] {
  return JSON.parse(document).Statement;
}
