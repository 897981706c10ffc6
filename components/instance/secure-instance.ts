import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { backUp } from "../backup/backup";
import { EncryptionKey } from "../key/encryption-key";
import { DatabaseEvents } from "../monitoring/database-events";
import { logGroups } from "../monitoring/log-groups";
import { monitoringRole } from "../monitoring/monitoring-role";
import { IsolatedNetwork } from "../network/isolated-network";
import { finalSnapshotIdentifier, instanceIdentifier } from "../shared/names";
import type { SecureInstanceArgs } from "./secure-instance-arguments";
import { checkSecureInstance } from "./secure-instance-settings";

/**
 * A PostgreSQL instance on RDS that holds every control of this package without an argument: encrypted under a customer
 * managed key, private, reached over TLS only, audited, backed up, watched, multi-AZ and protected from deletion.
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

  /** Identifier of the instance: the component's name and a suffix. */
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

  /** ARN of the topic that gets the critical events of the account's databases: subscribe people or a pager to it. */
  public readonly eventTopicArn: pulumi.Output<string>;

  constructor(name: string, args: SecureInstanceArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureInstance(name, args);
    super("aws-secure-database:index:SecureInstance", name, {}, opts);
    const { tags } = args;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(name, { services: ["rds", "secretsmanager", "logs", "backup", "sns"], tags }, { parent: this })
        .keyArn;

    const ownNetwork =
      settings.network === undefined
        ? new IsolatedNetwork(
            name,
            {
              engines: [settings.engine.name],
              ports: [settings.port],
              allowedSecurityGroupIds: settings.allowedSecurityGroupIds,
              logRetentionDays: settings.logRetentionDays,
              kmsKeyArn,
              tags,
              acceptedRisks: settings.networkRisks,
            },
            { parent: this },
          )
        : undefined;
    const network = settings.network ?? ownNetwork;

    const eventTopicArn =
      settings.eventTopicArn ?? new DatabaseEvents(name, { kmsKeyArn, tags }, { parent: this }).topicArn;

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

    const identifier = instanceIdentifier(name, parameterGroup.name);
    const exported = logGroups(
      name,
      identifier,
      {
        types: settings.engine.logExports,
        kmsKeyArn,
        retentionDays: settings.logRetentionDays,
        keep: pulumi.output(settings.skipFinalSnapshot).apply((skipped) => !skipped),
        tags,
      },
      this,
    );

    // Enhanced monitoring that is off by a value known now needs no role.
    const monitoring = settings.monitoringInterval === 0 ? undefined : monitoringRole(name, `${name}-`, tags, this);

    const instance = new aws.rds.Instance(
      name,
      {
        identifier,
        engine: settings.engine.name,
        engineVersion: settings.engineVersion,
        engineLifecycleSupport: pulumi
          .output(settings.extendedSupport)
          .apply((extended) =>
            extended ? "open-source-rds-extended-support" : "open-source-rds-extended-support-disabled",
          ),
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
        finalSnapshotIdentifier: finalSnapshotIdentifier(
          parameterGroup.name,
          kmsKeyArn,
          settings.databaseName,
          settings.masterUsername,
        ),
        tags,
      },
      {
        parent: this,
        dependsOn: [...exported, ...(monitoring === undefined ? [] : [monitoring.attachment])],
        // A major upgrade makes a new parameter group, which must not rename the instance; and an instance that is
        // replaced keeps its name and its logs, so the old one goes first, as far as deletion protection lets it.
        ignoreChanges: ["identifier"],
        deleteBeforeReplace: true,
      },
    );

    backUp(name, instance.arn, settings.backup, { kmsKeyArn, deleteBackups: settings.skipFinalSnapshot, tags }, this);

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
    this.eventTopicArn = pulumi.output(eventTopicArn);
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
      eventTopicArn: this.eventTopicArn,
    });
  }
}
