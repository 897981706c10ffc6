import * as pulumi from "@pulumi/pulumi";
import { SecureInstance } from "aws-secure-database";

const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;

const catalog = new SecureInstance("catalog", {
  engine: "mysql",
  databaseName: "catalog",
  masterPassword: config.requireSecret("masterPassword"),
  replicas: [{ name: "reports" }],
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-instance-deletion-protection": "A trial whose data may go.",
        "rds-instance-final-snapshot": "A trial whose data may go.",
      }
    : {},
});

export const endpoint = catalog.endpoint;
export const reportsEndpoint = catalog.replicaEndpoints.apply(({ reports }) => reports);
export const applicationSecurityGroupId = catalog.applicationSecurityGroupId;
