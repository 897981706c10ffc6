import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentChecks, type ArgumentNames } from "../shared/arguments";
import { oneOf, resourceName } from "../shared/rules";
import { scopeOf } from "../shared/scope";
import { type KeyUser, keyPolicy, keyUsers } from "./key-policy";

export interface EncryptionKeyArgs {
  /**
   * What the key may be used for. "rds", "secretsmanager", "dynamodb", "backup" and "sns": by that service, for
   * principals of the account; "logs": by CloudWatch Logs, for log groups of the account; with "sns" RDS may publish
   * events to encrypted topics too. Default: all of them. An empty list or another service is an error.
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
   */
  services?: string[];

  /** What the key is for, as the AWS console shows it. Default: "Databases of <name>". */
  description?: pulumi.Input<string>;

  /** Tags of the key. Default: none. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A customer managed KMS key for databases: rotated every year, with 30 days to call a deletion off, and a key policy
 * that leaves administration to the account and use to the services named.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** ARN of the key. IAM policies of applications allow kms:Decrypt on it, for DynamoDB and for reading secrets. */
  public readonly keyArn: pulumi.Output<string>;

  /** Id of the key, a UUID. */
  public readonly keyId: pulumi.Output<string>;

  /** Alias of the key, "alias/<name>-<suffix>". */
  public readonly aliasName: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const services = checkedServices(name, args);
    super("aws-secure-database:index:EncryptionKey", name, {}, opts);

    const key = new aws.kms.Key(
      name,
      {
        description: args.description ?? `Databases of ${name}`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: scopeOf(this).apply((scope) => keyPolicy(scope, services)),
        tags: args.tags,
      },
      { parent: this },
    );

    const alias = new aws.kms.Alias(name, { targetKeyId: key.keyId }, { parent: this });

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId, aliasName: this.aliasName });
  }
}

const argumentNames: ArgumentNames<EncryptionKeyArgs> = { services: true, description: true, tags: true };

function checkedServices(name: string, args: EncryptionKeyArgs): KeyUser[] {
  const checks = new ArgumentChecks(`EncryptionKey ${JSON.stringify(name)}`, args, argumentNames);
  checks.plain("name", name, resourceName);
  const services = args.services ?? [...keyUsers];
  const service = oneOf<string>(...keyUsers);
  checks.plain("services", services, {
    allowed: `a list of at least one service, each ${service.allowed}`,
    accepts: (list) => Array.isArray(list) && list.length > 0 && list.every((one) => service.accepts(one)),
  });
  return keyUsers.filter((user) => services.includes(user));
}
