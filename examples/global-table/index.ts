import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecureTable } from "aws-secure-database";

const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;

const notes = new SecureTable("notes", {
  hashKey: "userId",
  rangeKey: "noteId",
  replicas: [{ region: config.require("replicaRegion") }],
  deletionProtection: !disposable,
  acceptedRisks: disposable ? { "dynamodb-table-deletion-protection": "A trial whose data may go." } : {},
});

// What everybody who signed in gets: the own items, whose partition key is the id that Cognito gave.
const users = new aws.iam.Role("users", {
  assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        principals: [{ type: "Federated", identifiers: ["cognito-identity.amazonaws.com"] }],
        actions: ["sts:AssumeRoleWithWebIdentity"],
        conditions: [
          {
            test: "StringEquals",
            variable: "cognito-identity.amazonaws.com:aud",
            values: [config.require("identityPoolId")],
          },
          {
            test: "ForAnyValue:StringLike",
            variable: "cognito-identity.amazonaws.com:amr",
            values: ["authenticated"],
          },
        ],
      },
    ],
  }).json,
});
notes.grantOwnItems(users, { webIdentity: "cognito", access: "read-write" });

export const tableName = notes.tableName;
export const replicaArns = notes.replicaArns;
export const userRoleArn = users.arn;
