import * as pulumi from "@pulumi/pulumi";
import { SecureInstance } from "aws-secure-database";

const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;

const restored = new SecureInstance("restored", {
  engine: "postgres",
  snapshotIdentifier: config.require("snapshotIdentifier"),
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-instance-deletion-protection": "A trial whose data may go.",
        "rds-instance-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

export const endpoint = restored.endpoint;
export const masterUserSecretArn = restored.masterUserSecretArn;
