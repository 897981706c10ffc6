import assert from "node:assert/strict";
import { type KeyUser, keyPolicy } from "../../../components/key/key-policy";
import { scopes } from "../../support/mocks";
import { statements } from "../statements";

interface Row {
  readonly partition: keyof typeof scopes;
  readonly root: string;
  readonly logs: string;
  readonly logGroups: string;
  readonly databases: string;
}

const rows: Row[] = [
  {
    partition: "aws",
    root: "arn:aws:iam::123456789012:root",
    logs: "logs.eu-west-1.amazonaws.com",
    logGroups: "arn:aws:logs:eu-west-1:123456789012:log-group:*",
    databases: "arn:aws:rds:eu-west-1:123456789012:*",
  },
  {
    partition: "aws-cn",
    root: "arn:aws-cn:iam::123456789012:root",
    logs: "logs.cn-north-1.amazonaws.com.cn",
    logGroups: "arn:aws-cn:logs:cn-north-1:123456789012:log-group:*",
    databases: "arn:aws-cn:rds:cn-north-1:123456789012:*",
  },
  {
    partition: "aws-us-gov",
    root: "arn:aws-us-gov:iam::123456789012:root",
    logs: "logs.us-gov-west-1.amazonaws.com",
    logGroups: "arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:*",
    databases: "arn:aws-us-gov:rds:us-gov-west-1:123456789012:*",
  },
];

/** The names that a service has in kms:ViaService; AWS Backup copies from other regions, too. */
function through(user: string, partition: keyof typeof scopes): string[] {
  const name = `${user}.${user === "backup" ? "*" : scopes[partition].region}.amazonaws.com`;
  return partition === "aws-cn" ? [name, `${name}.cn`] : [name];
}

const all = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
const dataKeys = ["kms:Decrypt", "kms:GenerateDataKey*"];

function used(partition: keyof typeof scopes): Record<string, { actions: string[]; bound: object; granted?: object }> {
  const arn = (rest: string) => `arn:${partition}:${rest.replace("::", `:${scopes[partition].region}:123456789012:`)}`;
  const context = (key: string, value: string | string[]) => ({ [`kms:EncryptionContext:${key}`]: value });
  return {
    rds: {
      actions: dataKeys,
      bound: { "kms:EncryptionContextKeys": ["aws:rds:db-id", "aws:rds:dbc-id"] },
      granted: {},
    },
    secretsmanager: {
      actions: all,
      bound: context("SecretARN", [arn("secretsmanager::secret:*"), "RequestToValidateKeyAccess"]),
      granted: {},
    },
    dynamodb: { actions: all, bound: context("aws:dynamodb:subscriberId", "123456789012"), granted: {} },
    backup: {
      actions: dataKeys,
      bound: {},
      granted: { "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": ["aws:backup:backup-vault"] } },
    },
    kinesis: { actions: dataKeys, bound: context("aws:kinesis:arn", arn("kinesis::stream/*")) },
    sns: { actions: dataKeys, bound: context("aws:sns:topicArn", arn("sns::*")) },
    s3: { actions: dataKeys, bound: context("aws:s3:arn", `arn:${partition}:s3:::*`) },
  };
}

describe("the policy of a key", () => {
  for (const { partition, root, logs, logGroups, databases } of rows) {
    describe(`in ${partition}`, () => {
      const key = statements(keyPolicy(scopes[partition], { users: ["rds", "secretsmanager"] }));

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

      for (const [user, { actions, bound }] of Object.entries(used(partition))) {
        it(`lets it be used through ${user} alone, by what it sends along`, () => {
          const [, statement, describe] = statements(keyPolicy(scopes[partition], { users: [user as KeyUser] }));
          assert.deepEqual(statement?.Action, actions);
          const { StringEquals, StringLike, ...others } = statement?.Condition ?? {};
          const { "kms:ViaService": services, ...more } = StringLike ?? {};
          assert.deepEqual(StringEquals, { "kms:CallerAccount": "123456789012" });
          assert.deepEqual(services, through(user, partition));
          assert.deepEqual({ ...more, ...Object.assign({}, ...Object.values(others)) }, bound);
          assert.deepEqual(describe?.Action, ["kms:DescribeKey"]);
          assert.deepEqual(describe?.Condition, { StringEquals, StringLike: { "kms:ViaService": services } });
        });
      }

      for (const [user, { granted }] of Object.entries(used(partition))) {
        it(`lets ${user} grant itself its use ${granted === undefined ? "never" : "alone"}`, () => {
          const grants = statements(keyPolicy(scopes[partition], { users: [user as KeyUser] })).filter(({ Action }) =>
            Action.includes("kms:CreateGrant"),
          );
          assert.deepEqual(
            grants.map(({ Condition }) => Condition),
            granted === undefined
              ? []
              : [
                  {
                    ...granted,
                    Bool: { "kms:GrantIsForAWSResource": "true" },
                    StringEquals: { "kms:CallerAccount": "123456789012" },
                    StringLike: { "kms:ViaService": through(user, partition) },
                  },
                ],
          );
        });
      }

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
