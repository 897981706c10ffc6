import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withRenames } from "../shared/renames";
import { scopeOf } from "../shared/scope";
import type { EncryptionKeyArgs, EncryptionKeyGrant } from "./encryption-key-arguments";
import { checkEncryptionKey, type KeySettings } from "./encryption-key-settings";
import { keyPolicy } from "./key-policy";

/**
 * A customer managed KMS key for databases: rotated every year, with 30 days to call a deletion off, and a key policy
 * that leaves administration to the account, or to whom it names, and use to the services named.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** ARN of the key. IAM policies of applications allow kms:Decrypt on it, for DynamoDB and for reading secrets. */
  public readonly keyArn: pulumi.Output<string>;

  /** Id of the key: a UUID, or "mrk-" and 32 hexadecimal digits for one of several regions. */
  public readonly keyId: pulumi.Output<string>;

  /** Alias of the key, "alias/<name>-<suffix>" or the one given. */
  public readonly aliasName: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkEncryptionKey(name, args);
    super("aws-secure-database:index:EncryptionKey", name, {}, withRenames("EncryptionKey", name, opts));
    const { region, primaryKeyArn } = settings;

    const common = {
      description: args.description ?? `Databases of ${name}`,
      deletionWindowInDays: 30,
      policy: policyOf(settings, this),
      region,
      tags: args.tags,
    };
    const key =
      primaryKeyArn === undefined
        ? new aws.kms.Key(
            name,
            {
              ...common,
              enableKeyRotation: true,
              rotationPeriodInDays: settings.rotationPeriod,
              multiRegion: settings.multiRegion ? true : undefined,
            },
            { parent: this },
          )
        : new aws.kms.ReplicaKey(name, { ...common, primaryKeyArn }, { parent: this });

    const alias = new aws.kms.Alias(
      name,
      {
        name: settings.alias === undefined ? undefined : pulumi.interpolate`alias/${settings.alias}`,
        targetKeyId: key.keyId,
        region,
      },
      { parent: this },
    );

    for (const grant of settings.grants) {
      grantUse(name, key.keyId, region, grant, this);
    }

    this.keyArn = key.arn;
    this.keyId = key.keyId;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, keyId: this.keyId, aliasName: this.aliasName });
  }
}

function policyOf(
  { users, administrators, multiRegion, grants, region }: KeySettings,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const grantees = grants.map(({ principalArn, operations }) => ({ principalArn, operations }));
  return pulumi
    .all([scopeOf(parent), region, pulumi.all([...administrators]), pulumi.output(grantees)])
    .apply(([scope, own, admins, granted]) =>
      keyPolicy(
        { ...scope, region: own ?? scope.region },
        { users, administrators: admins, multiRegion, grants: granted },
      ),
    );
}

function grantUse(
  name: string,
  keyId: pulumi.Output<string>,
  region: pulumi.Input<string> | undefined,
  { name: grant, principalArn, operations, encryptionContext }: EncryptionKeyGrant,
  parent: pulumi.Resource,
): void {
  new aws.kms.Grant(
    `${name}-${grant}`,
    {
      name: grant,
      keyId,
      granteePrincipal: principalArn,
      operations,
      constraints: encryptionContext === undefined ? undefined : [{ encryptionContextSubset: encryptionContext }],
      region,
    },
    { parent },
  );
}
