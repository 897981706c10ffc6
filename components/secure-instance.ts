import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "./encryption-key";
import { finalSnapshotIdentifier } from "./final-snapshot";
import { IsolatedNetwork } from "./isolated-network";
import { monitoringRole } from "./monitoring-role";
import { checkSecureInstance } from "./secure-instance-arguments";

export interface SecureInstanceArgs {
  /** Engine, as the RDS API calls it. Default and only choice: "postgres". */
  engine?: string;

  /** Major version, from "14" on. Default: "17". RDS chooses the minor version and upgrades it in the window. */
  engineVersion?: pulumi.Input<string>;

  /** Lets a new `engineVersion` upgrade the instance to another major version. Default: false. */
  allowMajorVersionUpgrade?: pulumi.Input<boolean>;

  /**
   * Instance class. Default: "db.m6g.large".
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
   */
  instanceClass?: pulumi.Input<string>;

  /** Storage in GiB, from 20 to 59578, of type gp3. Default: 100. */
  allocatedStorage?: pulumi.Input<number>;

  /** GiB up to which the storage grows by itself, at least a tenth above the storage. Default: 1000, or twice it. */
  maxAllocatedStorage?: pulumi.Input<number>;

  /** Name of a database to make. Default: none beside the engine's own, "postgres". A change replaces the instance. */
  databaseName?: pulumi.Input<string>;

  /**
   * Name of the master user, whose password RDS keeps in Secrets Manager and rotates. Default: "dbadmin".
   * Names that everybody guesses, such as "postgres" or "admin", are an error. A change replaces the instance.
   */
  masterUsername?: pulumi.Input<string>;

  /** Port, from 1150 to 65535. Default: 5432. */
  port?: pulumi.Input<number>;

  /**
   * Parameters of the engine by name, on top of those that force TLS and log DDL, connections and disconnections.
   * They apply at creation, later ones at the next reboot. One that switches TLS or audit logging off is an error
   * unless `acceptedRisks` names the control. Default: none.
   */
  parameters?: Record<string, pulumi.Input<string>>;

  /** Days that automated backups are kept, from 1 to 35. Default: 35. Less than 7 needs an accepted risk. */
  backupRetentionDays?: pulumi.Input<number>;

  /**
   * Daily window for backups, in UTC, of at least 30 minutes, apart from the maintenance window.
   * Default: "02:00-03:00".
   */
  backupWindow?: pulumi.Input<string>;

  /**
   * Weekly window for maintenance and minor upgrades, in UTC, of at least 30 minutes. Default: "sun:04:00-sun:05:00".
   */
  maintenanceWindow?: pulumi.Input<string>;

  /** Keeps a standby in another zone. Default: true. False needs an accepted risk. */
  multiAz?: pulumi.Input<boolean>;

  /** Refuses deletion of the instance. Default: true. False needs an accepted risk. */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Deletes the instance, and its automated backups, without a last snapshot. Default: false. True needs the accepted
   * risk of deletion protection. The last snapshot is called "<parameter group>-final-<hash>".
   */
  skipFinalSnapshot?: pulumi.Input<boolean>;

  /** Lets database users log in with IAM tokens. Default: true. False needs an accepted risk. */
  iamAuthentication?: pulumi.Input<boolean>;

  /** Seconds between samples of enhanced monitoring: 1, 5, 10, 15, 30, 60. Default: 60. 0 needs an accepted risk. */
  monitoringInterval?: pulumi.Input<number>;

  /**
   * CloudWatch Database Insights: "advanced" keeps 465 days of Performance Insights, "standard" 7 days without its
   * price. Default: "advanced".
   * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.html
   */
  databaseInsights?: pulumi.Input<string>;

  /** Certificate authority: "rds-ca-rsa2048-g1" (default), "rds-ca-rsa4096-g1" or "rds-ca-ecc384-g1". */
  caCertificate?: pulumi.Input<string>;

  /** Name of a DB subnet group to share. Needs `securityGroupIds`. Default: an IsolatedNetwork of its own. */
  subnetGroupName?: pulumi.Input<string>;

  /** Ids of the security groups of the instance, at least one. Needs `subnetGroupName`. Default: one of its own. */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Ids of the security groups that may connect, where the network is its own. Default: none, and nothing connects.
   * An error beside `subnetGroupName`. Until an output of the whole list is known, as in a first preview, the policy
   * pack cannot judge the rule; a list of outputs it can.
   */
  allowedSecurityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * ARN of a customer managed key to share, which the services "rds" and "secretsmanager" may use.
   * Default: an EncryptionKey of its own. A change replaces the instance.
   */
  kmsKeyArn?: pulumi.Input<string>;

  /** Tags of every resource that takes tags, and of snapshots. Default: none but the Name of network resources. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

  /**
   * Reasons, by control id, for arguments that weaken a control, such as
   * {"rds-instance-multi-az": "development only"}. The policy pack judges the instance all the same. Default: none.
   */
  acceptedRisks?: Record<string, string>;
}

/**
 * A PostgreSQL instance on RDS that holds every control of this package without an argument: encrypted under a customer
 * managed key, private, reached over TLS only, audited, backed up, multi-AZ and protected from deletion.
 */
export class SecureInstance extends pulumi.ComponentResource {
  /** Where to connect: the host name, a colon and the port. */
  public readonly endpoint: pulumi.Output<string>;

  /** Host name. */
  public readonly address: pulumi.Output<string>;

  /** Port. */
  public readonly port: pulumi.Output<number>;

  /** ARN of the instance. */
  public readonly arn: pulumi.Output<string>;

  /** Identifier of the instance: the component's name and a unique suffix. */
  public readonly identifier: pulumi.Output<string>;

  /**
   * Resource id, "db-ABC...", which IAM policies name to let a database user log in with a token:
   * "arn:aws:rds-db:<region>:<account>:dbuser:<resource id>/<database user>".
   */
  public readonly resourceId: pulumi.Output<string>;

  /** Name of the master user. */
  public readonly masterUsername: pulumi.Output<string>;

  /** ARN of the secret in Secrets Manager that holds the master user's name and password. */
  public readonly masterUserSecretArn: pulumi.Output<string>;

  /** ARN of the key that encrypts storage, snapshots, Performance Insights and the secret. */
  public readonly kmsKeyArn: pulumi.Output<string>;

  /** Ids of the security groups of the instance. */
  public readonly securityGroupIds: pulumi.Output<string[]>;

  /** Name of the DB subnet group. */
  public readonly subnetGroupName: pulumi.Output<string>;

  /** Id of the VPC of its own, for the subnets of applications; undefined where the network is given. */
  public readonly vpcId: pulumi.Output<string | undefined>;

  constructor(name: string, args: SecureInstanceArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureInstance(name, args);
    super("aws-secure-database:index:SecureInstance", name, {}, opts);
    const { tags } = args;

    const ownNetwork =
      settings.network === undefined
        ? new IsolatedNetwork(
            name,
            {
              engine: settings.engine.name,
              port: settings.port,
              allowedSecurityGroupIds: settings.allowedSecurityGroupIds,
              tags,
            },
            { parent: this },
          )
        : undefined;
    const network = settings.network ?? ownNetwork;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(name, { services: ["rds", "secretsmanager"], tags }, { parent: this }).keyArn;

    const parameterGroup = new aws.rds.ParameterGroup(
      name,
      {
        description: `TLS and audit parameters of ${name}`,
        family: pulumi.interpolate`${settings.engine.name}${settings.engineVersion}`,
        parameters: [...settings.parameters],
        tags,
      },
      { parent: this },
    );

    // A prefix, not a name, so that the role of monitoring can name the instance before it exists.
    const identifierPrefix = `${name}-`;

    // Enhanced monitoring that is off by a value known now needs no role.
    const monitoring =
      settings.monitoringInterval === 0 ? undefined : monitoringRole(name, identifierPrefix, tags, this);

    const instance = new aws.rds.Instance(
      name,
      {
        identifierPrefix,
        engine: settings.engine.name,
        engineVersion: settings.engineVersion,
        allowMajorVersionUpgrade: settings.allowMajorVersionUpgrade,
        autoMinorVersionUpgrade: true,
        instanceClass: settings.instanceClass,
        storageType: "gp3",
        allocatedStorage: settings.allocatedStorage,
        maxAllocatedStorage: settings.maxAllocatedStorage,
        storageEncrypted: true,
        kmsKeyId: kmsKeyArn,
        dbName: settings.databaseName,
        username: settings.masterUsername,
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: kmsKeyArn,
        iamDatabaseAuthenticationEnabled: settings.iamAuthentication,
        port: settings.port,
        publiclyAccessible: false,
        dbSubnetGroupName: network?.subnetGroupName,
        vpcSecurityGroupIds: network?.securityGroupIds,
        multiAz: settings.multiAz,
        caCertIdentifier: settings.caCertificate,
        parameterGroupName: parameterGroup.name,
        enabledCloudwatchLogsExports: [...settings.engine.logExports],
        monitoringInterval: settings.monitoringInterval,
        monitoringRoleArn: monitoring?.role.arn,
        databaseInsightsMode: settings.databaseInsights,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: kmsKeyArn,
        performanceInsightsRetentionPeriod: pulumi
          .output(settings.databaseInsights)
          .apply((mode) => (mode === "advanced" ? 465 : 7)),
        backupRetentionPeriod: settings.backupRetentionDays,
        backupWindow: settings.backupWindow,
        maintenanceWindow: settings.maintenanceWindow,
        copyTagsToSnapshot: true,
        deletionProtection: settings.deletionProtection,
        deleteAutomatedBackups: settings.skipFinalSnapshot,
        skipFinalSnapshot: settings.skipFinalSnapshot,
        finalSnapshotIdentifier: finalSnapshotIdentifier(parameterGroup.name, kmsKeyArn, settings),
        tags,
      },
      { parent: this, dependsOn: monitoring === undefined ? [] : [monitoring.attachment] },
    );

    this.endpoint = instance.endpoint;
    this.address = instance.address;
    this.port = instance.port;
    this.arn = instance.arn;
    this.identifier = instance.identifier;
    this.resourceId = instance.resourceId;
    this.masterUsername = instance.username;
    this.masterUserSecretArn = instance.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.securityGroupIds = instance.vpcSecurityGroupIds;
    this.subnetGroupName = instance.dbSubnetGroupName;
    this.vpcId = pulumi.output(ownNetwork?.vpcId);
    this.registerOutputs({
      endpoint: this.endpoint,
      address: this.address,
      port: this.port,
      arn: this.arn,
      identifier: this.identifier,
      resourceId: this.resourceId,
      masterUsername: this.masterUsername,
      masterUserSecretArn: this.masterUserSecretArn,
      kmsKeyArn: this.kmsKeyArn,
      securityGroupIds: this.securityGroupIds,
      subnetGroupName: this.subnetGroupName,
      vpcId: this.vpcId,
    });
  }
}
