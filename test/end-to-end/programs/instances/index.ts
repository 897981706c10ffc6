import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  BackupPlan,
  DatabaseEvents,
  IsolatedNetwork,
  SecureInstance,
  type SecureInstanceArgs,
} from "aws-secure-database";

// An instance of each family of engines that no example has, in one network, and what an instance has in another region.
const config = new pulumi.Config();
const disposable = config.getBoolean("disposable") ?? false;
const region = config.require("otherRegion");
const masterPassword = config.requireSecret("masterPassword");

const network = new IsolatedNetwork("shop", {
  dualStack: true,
  engines: ["postgres", "mariadb", "sqlserver-se", "oracle-se2", "db2-se"],
  gatewayEndpoints: ["dynamodb", "s3"],
  interfaceEndpoints: ["kms", "secretsmanager", "logs", "monitoring", "rds", "sts"],
});
const plan = new BackupPlan("shop", { lock: {}, copy: { region }, deleteBackups: disposable });
const events = new DatabaseEvents("shop");

const common: SecureInstanceArgs = {
  subnetGroupName: network.subnetGroupName,
  securityGroupIds: network.securityGroupIds,
  backupPlanId: plan.planId,
  backupRoleArn: plan.roleArn,
  eventTopicArn: events.topicArn,
  deletionProtection: !disposable,
  skipFinalSnapshot: disposable,
  acceptedRisks: disposable
    ? {
        "rds-instance-deletion-protection": "A trial whose data may go.",
        "rds-instance-final-snapshot": "A trial whose data may go.",
      }
    : {},
};

const elsewhere = new aws.Provider("elsewhere", { region: region as aws.Region });
const there = new IsolatedNetwork("there", {}, { provider: elsewhere });
new SecureInstance("postgres", {
  ...common,
  masterPassword,
  replicas: [
    {
      name: "far",
      region,
      subnetGroupName: there.subnetGroupName,
      securityGroupIds: there.securityGroupIds,
    },
  ],
});
new SecureInstance("mariadb", { ...common, engine: "mariadb", masterPassword, blueGreenUpdate: true });
new SecureInstance("sqlserver", { ...common, engine: "sqlserver-se" });
new SecureInstance("oracle", { ...common, engine: "oracle-se2", backupReplication: { region } });
new SecureInstance("db2", {
  ...common,
  engine: "db2-se",
  parameters: { "rds.ibm_customer_id": "1234567", "rds.ibm_site_id": "7654321" },
});
