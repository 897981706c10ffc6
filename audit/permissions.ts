/** An AWS call that the audit makes, which is also the IAM action that allows it, and what it is for. */
export interface Permission {
  readonly action: string;
  readonly why: string;
}

/** Everything that the audit asks of AWS; it only reads. */
export const permissions = [
  // Allowed to every principal, whatever its policies say.
  { action: "sts:GetCallerIdentity", why: "the id of the account, for the report" },
  { action: "rds:DescribeDBInstances", why: "the DB instances, with their subnet groups" },
  { action: "rds:DescribeDBParameterGroups", why: "the families of parameter groups" },
  { action: "rds:DescribeDBParameters", why: "the modified parameters: TLS and logging" },
  { action: "rds:DescribeOptionGroups", why: "the options of option groups: TLS and auditing" },
  { action: "ec2:DescribeSubnets", why: "the subnets of subnet groups" },
  { action: "ec2:DescribeRouteTables", why: "whether a subnet routes to an internet gateway" },
  { action: "ec2:DescribeSecurityGroups", why: "who may reach a database" },
  { action: "ec2:GetManagedPrefixListEntries", why: "the addresses behind a security group rule" },
  { action: "kms:DescribeKey", why: "whether a key is managed by the customer or by AWS" },
  { action: "dynamodb:ListTables", why: "the tables" },
  { action: "dynamodb:DescribeTable", why: "the encryption and deletion protection of a table" },
  { action: "dynamodb:DescribeContinuousBackups", why: "the point-in-time recovery of a table" },
] as const satisfies readonly Permission[];

export type Action = (typeof permissions)[number]["action"];
