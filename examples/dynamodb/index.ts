import * as pulumi from "@pulumi/pulumi";
import { SecureTable } from "aws-secure-database";

const disposable = new pulumi.Config().getBoolean("disposable") ?? false;

const sessions = new SecureTable("sessions", {
  hashKey: "userId",
  rangeKey: "startedAt",
  attributes: { startedAt: "N" },
  timeToLiveAttribute: "expiresAt",
  deletionProtection: !disposable,
  acceptedRisks: disposable ? { "dynamodb-table-deletion-protection": "A trial whose data may go." } : {},
});

export const tableName = sessions.tableName;
export const kmsKeyArn = sessions.kmsKeyArn;
