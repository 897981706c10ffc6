import { CreateDBInstanceCommand } from "@aws-sdk/client-rds";

/** Makes an instance that fails rds-instance-not-public. */
export function createPublicInstance(identifier: string): CreateDBInstanceCommand {
  return new CreateDBInstanceCommand({
    DBInstanceIdentifier: identifier,
    DBInstanceClass: "db.m6g.large",
    Engine: "postgres",
    AllocatedStorage: 20,
    MasterUsername: "orders",
    MasterUserPassword: "not-a-secret",
    PubliclyAccessible: true,
  });
}
