import assert from "node:assert/strict";
import {
  backupPolicyArn,
  backupTrust,
  flowLogPermissions,
  flowLogTrust,
  monitoringPolicyArn,
  monitoringTrust,
  topicPolicy,
} from "../../../components/shared/policies";
import { scopes } from "../../support/mocks";
import { statements } from "../statements";

const rows: [partition: keyof typeof scopes, region: string][] = [
  ["aws", "eu-west-1"],
  ["aws-cn", "cn-north-1"],
  ["aws-us-gov", "us-gov-west-1"],
];

describe("the policies of components", () => {
  for (const [partition, region] of rows) {
    describe(`in ${partition}`, () => {
      const scope = scopes[partition];
      const arn = (service: string, resource: string) =>
        `arn:${partition}:${service}:${region}:123456789012:${resource}`;
      const from = (service: string, ...resources: string[]) => {
        const [first, ...others] = resources.map((resource) => arn(service, resource));
        return {
          ArnLike: { "aws:SourceArn": others.length === 0 ? first : [first, ...others] },
          StringEquals: { "aws:SourceAccount": "123456789012" },
        };
      };

      const trusts: [title: string, document: string, service: string, condition: object | undefined][] = [
        [
          "RDS for the instances of one name",
          monitoringTrust(scope, "orders-"),
          "monitoring.rds.amazonaws.com",
          from("rds", "db:orders-*"),
        ],
        [
          "RDS for other resources too",
          monitoringTrust(scope, "orders-", "cluster:orders-*"),
          "monitoring.rds.amazonaws.com",
          from("rds", "db:orders-*", "cluster:orders-*"),
        ],
        [
          "VPC for flow logs of the account",
          flowLogTrust(scope),
          "vpc-flow-logs.amazonaws.com",
          from("ec2", "vpc-flow-log/*"),
        ],
        ["AWS Backup, which names no source", backupTrust, "backup.amazonaws.com", undefined],
      ];
      for (const [title, document, service, condition] of trusts) {
        it(`trust ${title}`, () => {
          const [trust, another] = statements(document);
          assert.equal(another, undefined);
          assert.deepEqual(trust?.Principal, { Service: service });
          assert.equal(trust?.Action, "sts:AssumeRole");
          assert.deepEqual(trust?.Condition, condition);
        });
      }

      it("let flow logs write to one log group, and find it among the others", () => {
        const groups = `arn:${partition}:logs:${region}:123456789012:log-group`;
        assert.deepEqual(
          statements(flowLogPermissions(scope, "orders")).map(({ Action, Resource }) => [Action, Resource]),
          [
            [["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], `${groups}:orders:*`],
            ["logs:DescribeLogGroups", `${groups}:*`],
          ],
        );
      });

      it("let RDS and CloudWatch alone publish to a topic, for databases and alarms of the account", () => {
        const topic = `arn:${partition}:sns:${region}:123456789012:orders`;
        assert.deepEqual(statements(topicPolicy(scope, topic)), [
          {
            Sid: "RdsPublishesEvents",
            Effect: "Allow",
            Principal: { Service: "events.rds.amazonaws.com" },
            Action: "sns:Publish",
            Resource: topic,
            Condition: from("rds", "*"),
          },
          {
            Sid: "CloudWatchSendsAlarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: topic,
            Condition: from("cloudwatch", "alarm:*"),
          },
        ]);
      });

      it("attach the managed policies of the partition", () => {
        const managed = `arn:${partition}:iam::aws:policy/service-role/`;
        assert.equal(monitoringPolicyArn(scope), `${managed}AmazonRDSEnhancedMonitoringRole`);
        assert.equal(backupPolicyArn(scope), `${managed}AWSBackupServiceRolePolicyForBackup`);
      });
    });
  }
});
