import type { Case } from "../../support/control-cases";
import {
  describeNative,
  document,
  extension,
  globalTable,
  key,
  narrow,
  native,
  table,
  wide,
} from "../../support/native-rows";
import { pending } from "../../support/program";

const everybody = {
  resourcePolicy: {
    policyDocument: document({ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: "*" }),
  },
};

describeNative({
  "dynamodb-table-customer-managed-key": [
    {
      shows: "a key of the program",
      given: [key, table({ sseSpecification: { sseEnabled: true, kmsMasterKeyId: pending("key") } })],
      answer: "holds",
    },
    { shows: "the AWS managed key", given: [table({ sseSpecification: { sseEnabled: true } })], answer: "fails" },
    { shows: "absent", given: [table()], answer: "fails" },
    { shows: "known at deploy", given: [table({ sseSpecification: pending() })], answer: "undecided" },
    {
      shows: "a global table with a key for its only replica",
      given: [
        key,
        globalTable({
          sseSpecification: { sseEnabled: true },
          replicas: [{ region: "eu-west-1", sseSpecification: { kmsMasterKeyId: pending("key") } }],
        }),
      ],
      answer: "holds",
    },
    {
      shows: "a global table without keys",
      given: [globalTable({ replicas: [{ region: "eu-west-1" }, { region: "eu-central-1" }] })],
      answer: "fails",
    },
  ],

  "dynamodb-table-point-in-time-recovery": [
    {
      shows: "on",
      given: [table({ pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } })],
      answer: "holds",
    },
    { shows: "absent", given: [table()], answer: "fails" },
    {
      shows: "a global table whose own replica lacks it",
      given: [
        globalTable({
          arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/orders",
          replicas: [
            { region: "eu-west-1" },
            { region: "eu-central-1", pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } },
          ],
        }),
      ],
      answer: "fails",
    },
    {
      shows: "a global table of unknown region whose replicas differ",
      given: [
        globalTable({
          replicas: [
            { region: "eu-west-1" },
            { region: "eu-central-1", pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } },
          ],
        }),
      ],
      answer: "undecided",
      says: "the region of the table, as its replicas differ in pointInTimeRecovery",
    },
  ],

  "dynamodb-table-deletion-protection": [
    { shows: "on", given: [table({ deletionProtectionEnabled: true })], answer: "holds" },
    { shows: "absent", given: [table()], answer: "fails" },
    {
      shows: "on in the replicas of a global table",
      given: [globalTable({ replicas: [{ region: "eu-west-1", deletionProtectionEnabled: true }] })],
      answer: "holds",
    },
    { shows: "replicas known at deploy", given: [globalTable({ replicas: pending() })], answer: "undecided" },
  ],

  "dynamodb-table-scales": [
    { shows: "on demand", given: [table({ billingMode: "PAY_PER_REQUEST" })], answer: "holds" },
    { shows: "absent: PROVISIONED", given: [table()], answer: "fails" },
    {
      shows: "two scaling targets",
      given: [
        table({ tableName: "orders" }),
        ...["ReadCapacityUnits", "WriteCapacityUnits"].map((units) =>
          native("aws-native:applicationautoscaling:ScalableTarget", units, {
            serviceNamespace: "dynamodb",
            resourceId: "table/orders",
            scalableDimension: `dynamodb:table:${units}`,
          }),
        ),
      ],
      answer: "holds",
    },
    {
      shows: "a global table that scales itself",
      given: [
        globalTable({
          writeProvisionedThroughputSettings: { writeCapacityAutoScalingSettings: { maxCapacity: 9 } },
          replicas: [
            {
              region: "eu-west-1",
              readProvisionedThroughputSettings: { readCapacityAutoScalingSettings: { maxCapacity: 9 } },
            },
          ],
        }),
      ],
      answer: "holds",
    },
  ],

  "dynamodb-table-resource-policy-not-public": [
    {
      shows: "an inline policy for everybody",
      given: [
        table({
          resourcePolicy: {
            policyDocument: document({ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: "*" }),
          },
        }),
      ],
      answer: "fails",
    },
    { shows: "known at deploy", given: [table({ resourcePolicy: pending() })], answer: "undecided" },
    {
      shows: "a policy of the table's stream for everybody",
      given: [table({ streamSpecification: { streamViewType: "NEW_IMAGE", ...everybody } })],
      answer: "fails",
    },
    {
      shows: "a policy of the table's stream known at deploy",
      given: [table({ streamSpecification: { resourcePolicy: pending() } })],
      answer: "undecided",
    },
    {
      shows: "a policy of the stream of a global table's replica for everybody",
      given: [globalTable({ replicas: [{ region: "eu-west-1", replicaStreamSpecification: everybody }] })],
      answer: "fails",
    },
    {
      shows: "a policy for everybody in the generic resource",
      given: [
        extension("AWS::DynamoDB::Table", {
          ResourcePolicy: {
            PolicyDocument: document({ Effect: "Allow", Principal: "*", Action: "dynamodb:*", Resource: "*" }),
          },
        }),
      ],
      answer: "fails",
    },
  ],

  "dynamodb-stream-consumer-encrypted": [
    {
      shows: "not encrypted",
      given: [
        native("aws-native:kinesis:Stream", "subject"),
        native("aws-native:dynamodb:Table", "orders", {
          kinesisStreamSpecification: { streamArn: pending("subject") },
        }),
      ],
      answer: "fails",
    },
    {
      shows: "encrypted",
      given: [
        native("aws-native:kinesis:Stream", "subject", {
          streamEncryption: { encryptionType: "KMS", keyId: "alias/streams" },
        }),
        native("aws-native:dynamodb:Table", "orders", {
          kinesisStreamSpecification: { streamArn: pending("subject") },
        }),
      ],
      answer: "holds",
    },
  ],

  "iam-rds-connect-scoped": [
    ...(["ManagedPolicy", "RolePolicy", "UserPolicy", "GroupPolicy"] as const).map(
      (type): Case => ({
        shows: `a wide ${type}`,
        given: [native(`aws-native:iam:${type}`, "subject", { policyDocument: wide })],
        answer: "fails",
      }),
    ),
    {
      shows: "a narrow text",
      given: [native("aws-native:iam:ManagedPolicy", "subject", { policyDocument: JSON.stringify(narrow) })],
      answer: "holds",
    },
    {
      shows: "known at deploy",
      given: [native("aws-native:iam:RolePolicy", "subject", { policyDocument: pending() })],
      answer: "undecided",
    },
    {
      shows: "the inline policy of a permission set",
      given: [native("aws-native:sso:PermissionSet", "subject", { inlinePolicy: wide })],
      answer: "fails",
    },
  ],

  "dynamodb-vpc-endpoint-policy-restricted": [
    {
      shows: "no policy",
      given: [native("aws-native:ec2:VpcEndpoint", "subject", { serviceName: "com.amazonaws.eu-west-1.dynamodb" })],
      options: { enabled: true },
      answer: "fails",
    },
  ],
});
