import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseAccess } from "../access/database-access";
import { connectPolicyOf, createUserSqlOf, grantConnectTo } from "../access/database-users";
import { rememberDatabase } from "../access/known-databases";
import { backUp } from "../backup/backup";
import { EncryptionKey } from "../key/encryption-key";
import { DatabaseEvents } from "../monitoring/database-events";
import { logGroups } from "../monitoring/log-groups";
import { rotatePassword } from "../rds/master-password";
import { instanceIdentifier, nameOf, remember } from "../shared/names";
import { withRenames } from "../shared/renames";
import { databaseCluster, globalDatabase } from "./cluster";
import { alarmOfCluster } from "./cluster-alarms";
import { parameterGroups } from "./cluster-groups";
import { proxyBeforeCluster } from "./cluster-proxy";
import { scaleReaders } from "./cluster-scaling";
import { clusterMonitoring, clusterNetwork, clusterStream } from "./cluster-surroundings";
import { clusterMembers } from "./members";
import type { SecureClusterArgs } from "./secure-cluster-arguments";
import { checkSecureCluster } from "./secure-cluster-settings";

/**
 * A DB cluster of Aurora, PostgreSQL or MySQL, provisioned or serverless, or a Multi-AZ DB cluster, that holds every control
 * of this package without an argument: encrypted under a customer managed key, private, reached over TLS only, audited,
 * backed up, watched, in two zones or three and protected from deletion. What its engine or class cannot be, it leaves
 * out, and says so in `notApplicableControls`.
 *
 * Its last snapshot, backups, logs and a key of its own outlive it, unless `skipFinalSnapshot`: without the key nobody could
 * read the others. Delete them when they are no longer needed.
 */
export class SecureCluster extends pulumi.ComponentResource {
  /** Host name of the writer. */
  public readonly endpoint: pulumi.Output<string>;

  /** Host name that leads to the readers in turn. */
  public readonly readerEndpoint: pulumi.Output<string>;

  /** Port where to connect. */
  public readonly port: pulumi.Output<number>;

  /** ARN of the cluster. */
  public readonly arn: pulumi.Output<string>;

  /** Identifier of the cluster: the component's name and a suffix. */
  public readonly clusterIdentifier: pulumi.Output<string>;

  /**
   * Resource id, "cluster-ABC...", which IAM policies name to let a database user log in with a token:
   * "arn:aws:rds-db:<region>:<account>:dbuser:<resource id>/<database user>".
   */
  public readonly resourceId: pulumi.Output<string>;

  /** Identifiers of the members, without the readers that are added while others are busy. */
  public readonly memberIdentifiers: pulumi.Output<string[]>;

  /** Name of the master user. */
  public readonly masterUsername: pulumi.Output<string>;

  /**
   * ARN of the secret in Secrets Manager that holds the master user's name and password; empty in a global database.
   */
  public readonly masterUserSecretArn: pulumi.Output<string>;

  /** ARN of the key that encrypts storage, snapshots, Performance Insights, logs and the secret. */
  public readonly kmsKeyArn: pulumi.Output<string>;

  /** Ids of the security groups of the cluster. */
  public readonly securityGroupIds: pulumi.Output<string[]>;

  /** Name of the DB subnet group. */
  public readonly subnetGroupName: pulumi.Output<string>;

  /** Id of the VPC of its own, for the subnets of applications; undefined where the network is given. */
  public readonly vpcId: pulumi.Output<string | undefined>;

  /** Ids of the subnets of the network of its own; empty where the network is given. */
  public readonly subnetIds: pulumi.Output<string[]>;

  /** Id of the security group that applications join to connect; empty where groups are given. */
  public readonly applicationSecurityGroupId: pulumi.Output<string>;

  /** Name of the cluster parameter group. */
  public readonly clusterParameterGroupName: pulumi.Output<string>;

  /** Name of the parameter group of the members; empty for a Multi-AZ DB cluster. */
  public readonly instanceParameterGroupName: pulumi.Output<string>;

  /** Identifier of the global database, for secondary clusters; empty without one. */
  public readonly globalClusterIdentifier: pulumi.Output<string>;

  /** Name of the Kinesis stream that gets the activity; empty without an activity stream. */
  public readonly activityStreamName: pulumi.Output<string>;

  /** ARN of the key of the activity stream, which its readers need; empty without one. */
  public readonly activityStreamKeyArn: pulumi.Output<string>;

  /** Host name of the proxy, through which clients come with IAM tokens; empty without one. */
  public readonly proxyEndpoint: pulumi.Output<string>;

  /** Host name of the proxy that reaches the readers; empty without one. */
  public readonly proxyReaderEndpoint: pulumi.Output<string>;

  /** Resource id of the proxy, "prx-...", for IAM policies as `resourceId`; empty without one. */
  public readonly proxyResourceId: pulumi.Output<string>;

  /** Why controls do not apply, by their ids: what the engine or class cannot be or has not. */
  public readonly notApplicableControls: pulumi.Output<Record<string, string>>;

  /** ARN of the topic that gets the critical events of the account's databases: subscribe people or a pager to it. */
  public readonly eventTopicArn: pulumi.Output<string>;

  constructor(name: string, args: SecureClusterArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureCluster(name, args);
    super("aws-secure-database:index:SecureCluster", name, {}, withRenames("SecureCluster", name, opts));
    remember(this, name);
    const { tags } = args;
    // What is not known yet may turn out to be kept.
    const keep = settings.skipFinalSnapshot !== true;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(
        name,
        { services: ["rds", "secretsmanager", "logs", "backup", "sns"], tags },
        // In its 30 days it would take last snapshot, backups and logs with it.
        { parent: this, retainOnDelete: keep },
      ).keyArn;
    const ownNetwork =
      settings.network === undefined ? clusterNetwork(name, settings, kmsKeyArn, tags, this) : undefined;
    const eventTopicArn =
      settings.eventTopicArn ?? new DatabaseEvents(name, { kmsKeyArn, tags }, { parent: this }).topicArn;

    const groups = parameterGroups(name, settings, tags, this);
    const identifier = instanceIdentifier(name, groups.cluster.name);
    const exported = logGroups(
      name,
      identifier,
      {
        types: settings.engine.logExports,
        kmsKeyArn,
        retentionDays: settings.logRetentionDays,
        keep: pulumi.output(settings.skipFinalSnapshot).apply((skipped) => !skipped),
        tags,
        source: "cluster",
      },
      this,
    );
    const monitoring = clusterMonitoring(name, settings, tags, this);
    const globalClusterIdentifier = settings.origin.globalCluster
      ? globalDatabase(name, settings, identifier, tags, this).id
      : settings.origin.globalClusterIdentifier;

    const cluster = databaseCluster(
      name,
      settings,
      {
        identifier,
        network: settings.network ?? ownNetwork,
        kmsKeyArn,
        groups,
        globalClusterIdentifier,
        monitoring,
        dependsOn: [...exported, ...(monitoring === undefined ? [] : [monitoring.attachment])],
        tags,
      },
      this,
    );
    const known = { engine: settings.engine.name, masterUsername: settings.masterUsername ?? cluster.masterUsername };
    rememberDatabase(known, this, cluster.clusterResourceId, cluster.clusterIdentifier);
    const members = clusterMembers(name, settings, { cluster, groups, kmsKeyArn, monitoring, tags }, this);
    if (settings.readerScaling !== undefined) {
      scaleReaders(name, cluster, members, settings.readerScaling, tags, this);
    }
    const stream = clusterStream(name, cluster, members, settings.activityStream, kmsKeyArn, this);

    rotatePassword(name, cluster.masterUserSecrets, settings.password, this);
    alarmOfCluster(name, settings, { cluster, logGroups: exported, topicArn: eventTopicArn, tags }, this);
    backUp(name, cluster.arn, settings.backup, { kmsKeyArn, deleteBackups: settings.skipFinalSnapshot, tags }, this);

    const masterUserSecretArn = cluster.masterUserSecrets.apply((secrets) => secrets?.[0]?.secretArn ?? "");
    const proxy =
      settings.proxy === undefined || ownNetwork === undefined
        ? undefined
        : proxyBeforeCluster(
            name,
            settings.proxy,
            { engine: settings.engine.name, cluster, members, ownNetwork, kmsKeyArn, tags },
            this,
          );

    this.endpoint = cluster.endpoint;
    this.readerEndpoint = cluster.readerEndpoint;
    this.port = cluster.port;
    this.arn = cluster.arn;
    this.clusterIdentifier = cluster.clusterIdentifier;
    this.resourceId = cluster.clusterResourceId;
    this.memberIdentifiers = settings.edition.aurora
      ? pulumi.all(members.map((member) => member.identifier))
      : cluster.clusterMembers;
    this.masterUsername = cluster.masterUsername;
    this.masterUserSecretArn = masterUserSecretArn;
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.securityGroupIds = cluster.vpcSecurityGroupIds;
    this.subnetGroupName = cluster.dbSubnetGroupName;
    this.vpcId = pulumi.output(ownNetwork?.vpcId);
    this.subnetIds = pulumi.output(ownNetwork?.subnetIds ?? []);
    this.applicationSecurityGroupId = pulumi.output(ownNetwork?.applicationSecurityGroupId ?? "");
    this.clusterParameterGroupName = groups.cluster.name;
    this.instanceParameterGroupName = pulumi.output(groups.instances?.name ?? "");
    this.globalClusterIdentifier = pulumi.output(globalClusterIdentifier ?? "");
    this.activityStreamName = pulumi.output(stream?.kinesisStreamName ?? "");
    this.activityStreamKeyArn = pulumi.output(stream?.kmsKeyId ?? "");
    this.proxyEndpoint = pulumi.output(proxy?.endpoint ?? "");
    this.proxyReaderEndpoint = pulumi.output(proxy?.readerEndpoint ?? "");
    this.proxyResourceId = pulumi.output(proxy?.resourceId ?? "");
    rememberDatabase(known, this.proxyResourceId);
    this.notApplicableControls = settings.notApplicable;
    this.eventTopicArn = pulumi.output(eventTopicArn);
    this.registerOutputs({
      endpoint: this.endpoint,
      readerEndpoint: this.readerEndpoint,
      port: this.port,
      arn: this.arn,
      clusterIdentifier: this.clusterIdentifier,
      resourceId: this.resourceId,
      memberIdentifiers: this.memberIdentifiers,
      masterUsername: this.masterUsername,
      masterUserSecretArn: this.masterUserSecretArn,
      kmsKeyArn: this.kmsKeyArn,
      securityGroupIds: this.securityGroupIds,
      subnetGroupName: this.subnetGroupName,
      vpcId: this.vpcId,
      subnetIds: this.subnetIds,
      applicationSecurityGroupId: this.applicationSecurityGroupId,
      clusterParameterGroupName: this.clusterParameterGroupName,
      instanceParameterGroupName: this.instanceParameterGroupName,
      globalClusterIdentifier: this.globalClusterIdentifier,
      activityStreamName: this.activityStreamName,
      activityStreamKeyArn: this.activityStreamKeyArn,
      proxyEndpoint: this.proxyEndpoint,
      proxyReaderEndpoint: this.proxyReaderEndpoint,
      proxyResourceId: this.proxyResourceId,
      notApplicableControls: this.notApplicableControls,
      eventTopicArn: this.eventTopicArn,
    });
  }

  /** The IAM policy, as JSON, of who may log in to the cluster as one database user. */
  connectPolicy(user: string): pulumi.Output<string> {
    return connectPolicyOf(this, `SecureCluster ${JSON.stringify(nameOf(this))}`, user);
  }

  /**
   * Lets a role log in to the cluster as one database user.
   * @param role the role or its name
   * @param name the name of the grant, for a second one to the same user. Default: the database's name, "-connect-" and the user,
   * with a hyphen for every character that no name has
   */
  grantConnect(role: aws.iam.Role | pulumi.Input<string>, user: string, name?: string): DatabaseAccess {
    return grantConnectTo(this, `SecureCluster ${JSON.stringify(nameOf(this))}`, role, user, name);
  }

  /**
   * The SQL that makes a database user who logs in by an IAM token, to run once as the master user. Throws an
   * ArgumentError where the engine has no IAM log-in.
   */
  createUserSql(user: string): string {
    return createUserSqlOf(this, `SecureCluster ${JSON.stringify(nameOf(this))}`, user);
  }
}
