import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseAccess } from "../access/database-access";
import { connectPolicyOf, createUserSqlOf, grantConnectTo } from "../access/database-users";
import { rememberDatabase } from "../access/known-databases";
import { backUp } from "../backup/backup";
import { EncryptionKey } from "../key/encryption-key";
import { DatabaseEvents } from "../monitoring/database-events";
import { logGroups } from "../monitoring/log-groups";
import { monitoringRole } from "../monitoring/monitoring-role";
import { rotatePassword } from "../rds/master-password";
import { instanceIdentifier, nameOf, remember } from "../shared/names";
import { withRenames } from "../shared/renames";
import { keyServices } from "./audit-trail";
import { replicateBackups } from "./backup-replication";
import { type GroupOptions, optionGroup, parameterGroup } from "./groups";
import { instance as makeInstance } from "./instance";
import { alarm } from "./instance-alarms";
import { isolatedNetwork } from "./instance-network";
import { proxyBefore } from "./instance-proxy";
import { replica } from "./replicas";
import type { SecureInstanceArgs } from "./secure-instance-arguments";
import { checkSecureInstance } from "./secure-instance-settings";

/**
 * A DB instance of RDS, of any engine, that holds every control of this package without an argument: encrypted under a
 * customer managed key, private, reached over TLS only, audited, backed up, watched, multi-AZ and protected from deletion.
 * What its engine or edition cannot be, it leaves out, and says so in `notApplicableControls`.
 *
 * Its last snapshot, backups, logs, audit trail, option group and a key of its own outlive it, unless `skipFinalSnapshot`:
 * without the key nobody could read the others. Delete them when they are no longer needed.
 */
export class SecureInstance extends pulumi.ComponentResource {
  /** Where to connect: the host name, a colon and the port. */
  public readonly endpoint: pulumi.Output<string>;

  /** Host name. */
  public readonly address: pulumi.Output<string>;

  /** Port where to connect: of Db2 that of TLS. */
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

  /**
   * ARN of the secret in Secrets Manager that holds the master user's name and password; empty where `masterPassword` is
   * given.
   */
  public readonly masterUserSecretArn: pulumi.Output<string>;

  /**
   * ARN of the key that encrypts storage, snapshots, Performance Insights, logs and the secret; storage and snapshots of a
   * restore have that of its source.
   */
  public readonly kmsKeyArn: pulumi.Output<string>;

  /** Ids of the security groups of the instance. */
  public readonly securityGroupIds: pulumi.Output<string[]>;

  /** Name of the DB subnet group. */
  public readonly subnetGroupName: pulumi.Output<string>;

  /** Id of the VPC of its own, for the subnets of applications; undefined where the network is given. */
  public readonly vpcId: pulumi.Output<string | undefined>;

  /** Ids of the subnets of the network of its own; empty where the network is given. */
  public readonly subnetIds: pulumi.Output<string[]>;

  /** Id of the security group that applications join to connect; empty where groups are given. */
  public readonly applicationSecurityGroupId: pulumi.Output<string>;

  /** Name of the parameter group. */
  public readonly parameterGroupName: pulumi.Output<string>;

  /** Name of the option group; empty for an engine that needs none. */
  public readonly optionGroupName: pulumi.Output<string>;

  /** Where to connect to the replicas, by their names: the host name, a colon and the port. */
  public readonly replicaEndpoints: pulumi.Output<Record<string, string>>;

  /**
   * Resource ids of the replicas, "db-ABC...", by their names, for a DatabaseAccess to each: a replica has one of its own,
   * and leave to log in to the instance is none to log in to its replicas.
   */
  public readonly replicaResourceIds: pulumi.Output<Record<string, string>>;

  /** DNS name of the proxy, for clients; empty without one. */
  public readonly proxyEndpoint: pulumi.Output<string>;

  /** Resource id of the proxy, "prx-...", which policies of rds-db:connect name; empty without one. */
  public readonly proxyResourceId: pulumi.Output<string>;

  /** Why controls do not apply, by their ids: what the engine, edition or class cannot be or has not. */
  public readonly notApplicableControls: pulumi.Output<Record<string, string>>;

  /** ARN of the topic that gets the critical events of the account's databases: subscribe people or a pager to it. */
  public readonly eventTopicArn: pulumi.Output<string>;

  constructor(name: string, args: SecureInstanceArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const settings = checkSecureInstance(name, args);
    super("aws-secure-database:index:SecureInstance", name, {}, withRenames("SecureInstance", name, opts));
    remember(this, name);
    const { tags } = args;
    // What is not known yet may turn out to be kept.
    const keep = settings.skipFinalSnapshot !== true;

    const kmsKeyArn =
      settings.kmsKeyArn ??
      new EncryptionKey(
        name,
        { services: keyServices(settings.groups.trail), tags },
        // In its 30 days it would take last snapshot, backups and logs with it.
        { parent: this, retainOnDelete: keep },
      ).keyArn;

    const ownNetwork =
      settings.network === undefined ? isolatedNetwork(name, settings, kmsKeyArn, tags, this) : undefined;

    const eventTopicArn =
      settings.eventTopicArn ?? new DatabaseEvents(name, { kmsKeyArn, tags }, { parent: this }).topicArn;

    const options: GroupOptions = {
      prefix: `${name}-`,
      region: undefined,
      kmsKeyArn,
      trail: settings.groups.trail,
      keep,
      tags,
    };
    const parameters = parameterGroup(name, settings, options, this);
    const ownOptions = optionGroup(name, settings, options, this);

    const identifier = instanceIdentifier(name, parameters.name);
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

    const network = settings.network ?? ownNetwork;
    const instance = makeInstance(
      name,
      settings,
      {
        identifier,
        network,
        kmsKeyArn,
        parameterGroupName: parameters.name,
        optionGroupName: ownOptions?.name,
        monitoring,
        dependsOn: [...exported, ...(monitoring === undefined ? [] : [monitoring.attachment])],
        tags,
      },
      this,
    );
    const known = { engine: settings.engine.name, masterUsername: settings.masterUsername ?? instance.username };
    rememberDatabase(known, this, instance.resourceId, instance.identifier);
    rotatePassword(name, instance.masterUserSecrets, settings.password, this);

    alarm(name, settings, { instance, logGroups: exported, topicArn: eventTopicArn, isReplica: false }, tags, this);

    const source = {
      name,
      instance,
      securityGroupIds: network?.securityGroupIds,
      parameterGroupName: parameters.name,
      kmsKeyArn,
      eventTopicArn,
      monitoring,
      keep,
      tags,
    };
    const replicas = settings.replicas.map((own) => {
      const { address, resourceId } = replica(source, settings, own, this);
      return { name: own.name, address, resourceId };
    });

    const masterUserSecretArn = instance.masterUserSecrets.apply((secrets) => secrets?.[0]?.secretArn ?? "");
    const proxy =
      settings.proxy === undefined || ownNetwork === undefined
        ? undefined
        : proxyBefore(name, settings, settings.proxy, { instance, ownNetwork, kmsKeyArn, tags }, this);

    if (settings.backupReplication !== undefined) {
      replicateBackups(name, instance.arn, settings.backupReplication, keep, tags, this);
    }
    backUp(name, instance.arn, settings.backup, { kmsKeyArn, deleteBackups: settings.skipFinalSnapshot, tags }, this);

    this.address = instance.address;
    this.port = settings.engine.tlsPort === undefined ? instance.port : pulumi.output(settings.groups.clientPort);
    this.endpoint = pulumi.interpolate`${this.address}:${this.port}`;
    this.arn = instance.arn;
    this.identifier = instance.identifier;
    this.resourceId = instance.resourceId;
    this.masterUsername = instance.username;
    this.masterUserSecretArn = masterUserSecretArn;
    this.kmsKeyArn = pulumi.output(kmsKeyArn);
    this.securityGroupIds = instance.vpcSecurityGroupIds;
    this.subnetGroupName = instance.dbSubnetGroupName;
    this.vpcId = pulumi.output(ownNetwork?.vpcId);
    this.subnetIds = pulumi.output(ownNetwork?.subnetIds ?? []);
    this.applicationSecurityGroupId = pulumi.output(ownNetwork?.applicationSecurityGroupId ?? "");
    this.parameterGroupName = parameters.name;
    this.optionGroupName = pulumi.output(ownOptions?.name ?? "");
    this.replicaEndpoints = pulumi
      .all([pulumi.output(replicas), this.port])
      .apply(([made, port]) => Object.fromEntries(made.map((one) => [one.name, `${one.address}:${port}`])));
    this.replicaResourceIds = pulumi
      .output(replicas)
      .apply((made) => Object.fromEntries(made.map((one) => [one.name, one.resourceId])));
    this.proxyEndpoint = pulumi.output(proxy?.endpoint ?? "");
    this.proxyResourceId = pulumi.output(proxy?.resourceId ?? "");
    rememberDatabase(known, this.proxyResourceId);
    this.notApplicableControls = settings.notApplicable;
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
      subnetIds: this.subnetIds,
      applicationSecurityGroupId: this.applicationSecurityGroupId,
      parameterGroupName: this.parameterGroupName,
      optionGroupName: this.optionGroupName,
      replicaEndpoints: this.replicaEndpoints,
      replicaResourceIds: this.replicaResourceIds,
      proxyEndpoint: this.proxyEndpoint,
      proxyResourceId: this.proxyResourceId,
      notApplicableControls: this.notApplicableControls,
      eventTopicArn: this.eventTopicArn,
    });
  }

  /** The IAM policy, as JSON, of who may log in to the instance as one database user. */
  connectPolicy(user: string): pulumi.Output<string> {
    return connectPolicyOf(this, `SecureInstance ${JSON.stringify(nameOf(this))}`, user);
  }

  /**
   * Lets a role log in to the instance as one database user.
   * @param role the role or its name
   * @param name the name of the grant, for a second one to the same user. Default: the database's name, "-connect-" and the user,
   * with a hyphen for every character that no name has
   */
  grantConnect(role: aws.iam.Role | pulumi.Input<string>, user: string, name?: string): DatabaseAccess {
    return grantConnectTo(this, `SecureInstance ${JSON.stringify(nameOf(this))}`, role, user, name);
  }

  /**
   * The SQL that makes a database user who logs in by an IAM token, to run once as the master user. Throws an
   * ArgumentError where the engine has no IAM log-in.
   */
  createUserSql(user: string): string {
    return createUserSqlOf(this, `SecureInstance ${JSON.stringify(nameOf(this))}`, user);
  }
}
