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
  readonly secrets: string;
}

/** The names of one service among those of several. */
function via(service: string, services: readonly string[]): Record<string, string | string[]> {
  const names = services.filter((name) => name.startsWith(`${service}.`));
  return { "kms:ViaService": names };
}

const rows: Row[] = [
  {
    partition: "aws",
    root: "arn:aws:iam::123456789012:root",
    services: ["rds.eu-west-1.amazonaws.com", "secretsmanager.eu-west-1.amazonaws.com"],
    logs: "logs.eu-west-1.amazonaws.com",
    logGroups: "arn:aws:logs:eu-west-1:123456789012:log-group:*",
    databases: "arn:aws:rds:eu-west-1:123456789012:*",
    secrets: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:*",
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
    secrets: "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:*",
  },
  {
    partition: "aws-us-gov",
    root: "arn:aws-us-gov:iam::123456789012:root",
    services: ["rds.us-gov-west-1.amazonaws.com", "secretsmanager.us-gov-west-1.amazonaws.com"],
    logs: "logs.us-gov-west-1.amazonaws.com",
    logGroups: "arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:*",
    databases: "arn:aws-us-gov:rds:us-gov-west-1:123456789012:*",
    secrets: "arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:*",
  },
];

describe("the policy of a key", () => {
  for (const { partition, root, services, logs, logGroups, databases, secrets } of rows) {
    describe(`in ${partition}`, () => {
      const key = statements(keyPolicy(scopes[partition], { users: ["rds", "secretsmanager"] }));
      const through = { "kms:CallerAccount": "123456789012", "kms:ViaService": services };

      it("names the account in every statement about services", () => {
        assert.deepEqual(
          key.map(({ Principal }) => Principal),
          Array.from(key, () => ({ AWS: root })),
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

      it("lets it be used through the services alone, and each by what it sends along", () => {
        const condition = (sid: string) => key.find(({ Sid }) => Sid === sid)?.Condition;
        assert.deepEqual(condition("ServicesUseKeyForAccount"), {
          StringEquals: { ...through, ...via("rds", services) },
        });
        assert.deepEqual(condition("SecretsUseKeyForAccount"), {
          StringEquals: { ...through, ...via("secretsmanager", services) },
          StringLike: { "kms:EncryptionContext:SecretARN": [secrets, "RequestToValidateKeyAccess"] },
        });
        assert.deepEqual(condition("ServicesDescribeKeyForAccount"), { StringEquals: through });
        assert.deepEqual(condition("ServicesGrantThemselvesUse"), {
          Bool: { "kms:GrantIsForAWSResource": "true" },
          StringEquals: through,
        });
        const granting = key.filter(({ Action }) => [Action].flat().some((action) => /CreateGrant|\*$/.test(action)));
        assert.deepEqual(
          granting.map(({ Sid }) => Sid),
          ["ServicesUseKeyForAccount", "SecretsUseKeyForAccount", "ServicesGrantThemselvesUse"],
        );
      });

      it("lets tables of the account use it", () => {
        const table = statements(keyPolicy(scopes[partition], { users: ["dynamodb"] }))[1];
        assert.equal(table?.Sid, "TablesUseKeyForAccount");
        assert.deepEqual(table?.Condition?.StringLike, {
          "kms:EncryptionContext:aws:dynamodb:subscriberId": "123456789012",
        });
      });

      it("lets CloudWatch Logs encrypt log groups of the account alone", () => {
        const [, own, ...others] = statements(keyPolicy(scopes[partition], { users: ["logs"] }));
        assert.deepEqual(own?.Principal, { Service: logs });
        assert.deepEqual(own?.Condition, { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } });
        assert.deepEqual(others, []);
      });

      it("lets CloudWatch send alarms of the account alone", () => {
        const sent = statements(keyPolicy(scopes[partition], { users: ["sns"] })).at(-1);
        assert.deepEqual(sent?.Principal, { Service: "cloudwatch.amazonaws.com" });
        assert.deepEqual(sent?.Condition, {
          ArnLike: { "aws:SourceArn": databases.replace(":rds:", ":cloudwatch:").replace(/\*$/, "alarm:*") },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        });
      });

      it("lets RDS publish events of the account alone", () => {
        const events = statements(keyPolicy(scopes[partition], { users: ["sns"] })).at(-2);
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
      keyPolicy(scopes.aws, { users: ["rds", "logs", "secretsmanager"] }),
      keyPolicy(scopes.aws, { users: ["secretsmanager", "rds", "logs"] }),
    );
  });

  const admin = "arn:aws:iam::123456789012:role/keys";

  it("leaves the account no more than to mend the policy where administrators are named", () => {
    const [administrators, account] = statements(
      keyPolicy(scopes.aws, { users: ["rds"], administrators: [admin], multiRegion: true }),
    );
    assert.deepEqual(administrators?.Principal, { AWS: [admin] });
    assert.ok(administrators?.Action.includes("kms:ScheduleKeyDeletion"));
    assert.ok(administrators?.Action.includes("kms:ReplicateKey"));
    assert.deepEqual(account?.Principal, { AWS: "arn:aws:iam::123456789012:root" });
    assert.ok(account?.Action.includes("kms:PutKeyPolicy"));
    assert.ok(!account?.Action.includes("kms:ScheduleKeyDeletion"));
  });

  it("lets an administrator grant what is asked for, to whom it is asked for", () => {
    const application = "arn:aws:iam::123456789012:role/app";
    const grant = statements(
      keyPolicy(scopes.aws, { users: ["rds"], grants: [{ principalArn: application, operations: ["Decrypt"] }] }),
    )[1];
    assert.deepEqual(grant?.Action, ["kms:CreateGrant"]);
    assert.deepEqual(grant?.Condition, {
      StringEquals: { "kms:GranteePrincipal": application },
      "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
      Null: { "kms:GrantOperations": "false" },
    });
  });
});
