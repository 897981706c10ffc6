import type {
  DBCluster,
  DBClusterSnapshot,
  DBInstance,
  DBInstanceAutomatedBackup,
  DBProxy,
  DBSnapshot,
  DBSubnetGroup,
  EventSubscription,
  GlobalCluster,
  OptionGroup,
} from "@aws-sdk/client-rds";
import type { Answers, Input } from "../../audit/read/stub-clients";
import { arnOf, type Deployed, NotDeployable, ofType, region } from "./deployed";
import { awsKey, keyNamed } from "./keys";

/** What RDS answers about these resources; defaults are those of its API reference and of the provider. */
export function rdsAnswers(all: readonly Deployed[]): Answers {
  const clusters = ofType(all, "aws:rds/cluster:Cluster").map((cluster) => clusterOf(cluster, all));
  const instances = [
    ...ofType(all, "aws:rds/instance:Instance").map((instance) => instanceOf(instance, all)),
    ...ofType(all, "aws:rds/clusterInstance:ClusterInstance").map((member) => memberOf(member, clusters, all)),
    ...clusters.flatMap(membersThatRdsMakes),
  ];
  const groups = (
    type: "aws:rds/parameterGroup:ParameterGroup" | "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  ) => ofType(all, type);
  const parametersOf = (group: Deployed | undefined) => ({
    Parameters: (group?.blocks("parameters") ?? []).map((parameter) => ({
      ParameterName: parameter.text("name"),
      ParameterValue: parameter.text("value"),
      ApplyMethod: parameter.text("applyMethod"),
      Source: "user",
    })),
  });
  const shared = (of: readonly Deployed[], id: unknown) =>
    of.find(({ names }) => names.id === id)?.texts("sharedAccounts") ?? [];
  const snapshots = ofType(all, "aws:rds/snapshot:Snapshot", "aws:rds/snapshotCopy:SnapshotCopy");
  const clusterSnapshots = ofType(
    all,
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  );
  return {
    DescribeDBInstances: { DBInstances: instances },
    DescribeDBClusters: { DBClusters: clusters },
    DescribeGlobalClusters: {
      GlobalClusters: ofType(all, "aws:rds/globalCluster:GlobalCluster").map((cluster) => globalOf(cluster, clusters)),
    },
    DescribeDBSubnetGroups: { DBSubnetGroups: ofType(all, "aws:rds/subnetGroup:SubnetGroup").map(subnetGroupOf) },
    DescribeDBSnapshots: { DBSnapshots: snapshots.map((snapshot) => snapshotOf(snapshot, all, instances)) },
    DescribeDBClusterSnapshots: {
      DBClusterSnapshots: clusterSnapshots.map((snapshot) => clusterSnapshotOf(snapshot, all, clusters)),
    },
    DescribeDBSnapshotAttributes: ({ DBSnapshotIdentifier: id }: Input) => ({
      DBSnapshotAttributesResult: {
        DBSnapshotAttributes: [{ AttributeName: "restore", AttributeValues: shared(snapshots, id) }],
      },
    }),
    DescribeDBClusterSnapshotAttributes: ({ DBClusterSnapshotIdentifier: id }: Input) => ({
      DBClusterSnapshotAttributesResult: {
        DBClusterSnapshotAttributes: [{ AttributeName: "restore", AttributeValues: shared(clusterSnapshots, id) }],
      },
    }),
    DescribeDBInstanceAutomatedBackups: {
      DBInstanceAutomatedBackups: ofType(
        all,
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
      ).map(
        (copy): DBInstanceAutomatedBackup => ({
          DBInstanceArn: copy.text("sourceDbInstanceArn", "arn")?.replace(/^(arn:aws:rds:)[^:]+/, "$1us-east-1"),
          DBInstanceAutomatedBackupsArn: arnOf("rds", `auto-backup:ab-${copy.row.name}`),
          DBInstanceIdentifier: copy.row.name,
          ...optional("KmsKeyId", keyNamed(copy.text("kmsKeyId", "arn"), all)),
        }),
      ),
    },
    DescribeDBProxies: { DBProxies: ofType(all, "aws:rds/proxy:Proxy").map(proxyOf) },
    DescribeDBProxyEndpoints: {
      DBProxyEndpoints: ofType(all, "aws:rds/proxyEndpoint:ProxyEndpoint").map((endpoint) => ({
        DBProxyEndpointName: endpoint.names.id,
        DBProxyEndpointArn: endpoint.names.arn,
        DBProxyName: endpoint.text("dbProxyName"),
        VpcSecurityGroupIds: endpoint.texts("vpcSecurityGroupIds") ?? [],
      })),
    },
    DescribeEventSubscriptions: {
      EventSubscriptionsList: ofType(all, "aws:rds/eventSubscription:EventSubscription").map(
        (subscription): EventSubscription => ({
          CustSubscriptionId: subscription.names.id,
          EventSubscriptionArn: subscription.names.arn,
          Enabled: subscription.flag("enabled") ?? true,
          Status: "active",
          SourceType: subscription.text("sourceType"),
          SourceIdsList: subscription.texts("sourceIds") ?? [],
          EventCategoriesList: subscription.texts("eventCategories") ?? [],
        }),
      ),
    },
    DescribeDBParameterGroups: {
      DBParameterGroups: groups("aws:rds/parameterGroup:ParameterGroup").map((group) => ({
        DBParameterGroupName: group.names.id,
        DBParameterGroupArn: group.names.arn,
        DBParameterGroupFamily: group.text("family"),
      })),
    },
    DescribeDBParameters: ({ DBParameterGroupName: id }: Input) =>
      parametersOf(groups("aws:rds/parameterGroup:ParameterGroup").find(({ names }) => names.id === id)),
    DescribeDBClusterParameterGroups: {
      DBClusterParameterGroups: groups("aws:rds/clusterParameterGroup:ClusterParameterGroup").map((group) => ({
        DBClusterParameterGroupName: group.names.id,
        DBClusterParameterGroupArn: group.names.arn,
        DBParameterGroupFamily: group.text("family"),
      })),
    },
    DescribeDBClusterParameters: ({ DBClusterParameterGroupName: id }: Input) =>
      parametersOf(groups("aws:rds/clusterParameterGroup:ClusterParameterGroup").find(({ names }) => names.id === id)),
    DescribeOptionGroups: { OptionGroupsList: ofType(all, "aws:rds/optionGroup:OptionGroup").map(optionGroupOf) },
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html */
function instanceOf(instance: Deployed, all: readonly Deployed[]): DBInstance {
  const snapshotName = instance.text("snapshotIdentifier");
  const sourceName =
    instance.text("replicateSourceDb") ??
    instance.blocks("restoreToPointInTime")[0]?.text("sourceDbInstanceIdentifier");
  const made = snapshotName ?? sourceName;
  const source = all.find(
    ({ row, names }) => row !== instance.row && made !== undefined && [names.id, names.arn].includes(made),
  );
  if (made !== undefined && source === undefined) {
    throw new NotDeployable("made from something that no row describes");
  }
  if (source !== undefined) {
    throw new NotDeployable("AWS says nothing of a source but what the instance itself is");
  }
  const engine = instance.text("engine");
  const version = versionOf(engine, instance.text("engineVersion"));
  // AWS refuses a key for what is not encrypted.
  const encrypted =
    /^custom-/.test(engine ?? "") || (instance.flag("storageEncrypted") ?? instance.text("kmsKeyId") !== undefined);
  const port = instance.count("port") ?? portOf(engine);
  return {
    DBInstanceIdentifier: instance.names.id,
    DBInstanceArn: instance.names.arn,
    DbiResourceId: instance.text("resourceId") ?? `db-${instance.names.id.toUpperCase()}`,
    ...optional("Engine", engine),
    // Instances of Aurora are members of a cluster.
    ...(/^aurora/.test(engine ?? "") ? { DBClusterIdentifier: "cluster" } : {}),
    EngineVersion: version,
    DBInstanceClass: instance.text("instanceClass") ?? "db.m6g.large",
    StorageEncrypted: encrypted,
    ...optional("KmsKeyId", encrypted ? (keyNamed(instance.text("kmsKeyId", "arn"), all) ?? awsKey("rds")) : undefined),
    PubliclyAccessible: instance.flag("publiclyAccessible") ?? false,
    DBSubnetGroup: { DBSubnetGroupName: instance.text("dbSubnetGroupName") ?? "default" },
    VpcSecurityGroups: memberships(instance.texts("vpcSecurityGroupIds")),
    ...(port === undefined ? {} : { Endpoint: { Port: port } }),
    DBParameterGroups: [
      {
        DBParameterGroupName: instance.text("parameterGroupName") ?? `default.${familyOf(engine, version)}`,
        ParameterApplyStatus: "in-sync",
      },
    ],
    OptionGroupMemberships: [
      { OptionGroupName: instance.text("optionGroupName") ?? `default:${engine}`, Status: "in-sync" },
    ],
    BackupRetentionPeriod: instance.count("backupRetentionPeriod") ?? 0,
    DeletionProtection: instance.flag("deletionProtection") ?? false,
    CopyTagsToSnapshot: instance.flag("copyTagsToSnapshot") ?? false,
    AutoMinorVersionUpgrade: instance.flag("autoMinorVersionUpgrade") ?? true,
    EngineLifecycleSupport: instance.text("engineLifecycleSupport") ?? "open-source-rds-extended-support",
    EnabledCloudwatchLogsExports: instance.texts("enabledCloudwatchLogsExports") ?? [],
    MasterUsername: instance.text("username"),
    ...managedSecret(instance, all),
    CACertificateIdentifier: instance.text("caCertIdentifier") ?? "rds-ca-rsa2048-g1",
    ...optional("AvailabilityZone", instance.text("availabilityZone")),
    MultiAZ: instance.flag("multiAz") ?? false,
    IAMDatabaseAuthenticationEnabled: instance.flag("iamDatabaseAuthenticationEnabled") ?? false,
    MonitoringInterval: instance.count("monitoringInterval") ?? 0,
    ...optional("MonitoringRoleArn", instance.text("monitoringRoleArn", "arn")),
    ...insights(instance, all),
    ...(instance.text("domainFqdn") === undefined
      ? {}
      : {
          DomainMemberships: [
            {
              FQDN: instance.text("domainFqdn"),
              ...optional("AuthSecretArn", instance.text("domainAuthSecretArn", "arn")),
            },
          ],
        }),
    TagList: instance.tags(),
  };
}

/** A member shows much that it has from its cluster. */
function memberOf(member: Deployed, clusters: readonly DBCluster[], all: readonly Deployed[]): DBInstance {
  const name = member.text("clusterIdentifier");
  const cluster = clusters.find(({ DBClusterIdentifier }) => DBClusterIdentifier === name);
  cluster?.DBClusterMembers?.push({ DBInstanceIdentifier: member.names.id, DBClusterParameterGroupStatus: "in-sync" });
  const engine = member.text("engine");
  const version = versionOf(engine, member.text("engineVersion") ?? cluster?.EngineVersion);
  const insightsOn = member.flag("performanceInsightsEnabled");
  return {
    DBInstanceIdentifier: member.names.id,
    DBInstanceArn: member.names.arn,
    DbiResourceId: `db-${member.names.id.toUpperCase()}`,
    DBClusterIdentifier: name,
    ...optional("Engine", engine),
    EngineVersion: version,
    DBInstanceClass: member.text("instanceClass"),
    StorageEncrypted: cluster?.StorageEncrypted ?? false,
    PubliclyAccessible: member.flag("publiclyAccessible") ?? false,
    ...(cluster?.DBSubnetGroup === undefined ? {} : { DBSubnetGroup: { DBSubnetGroupName: cluster.DBSubnetGroup } }),
    VpcSecurityGroups: cluster?.VpcSecurityGroups ?? [],
    ...(cluster?.Port === undefined ? {} : { Endpoint: { Port: cluster.Port } }),
    DBParameterGroups: [
      {
        DBParameterGroupName: member.text("dbParameterGroupName") ?? `default.${familyOf(engine, version)}`,
        ParameterApplyStatus: "in-sync",
      },
    ],
    AutoMinorVersionUpgrade: member.flag("autoMinorVersionUpgrade") ?? cluster?.AutoMinorVersionUpgrade ?? true,
    CopyTagsToSnapshot: member.flag("copyTagsToSnapshot") ?? false,
    CACertificateIdentifier: member.text("caCertIdentifier") ?? "rds-ca-rsa2048-g1",
    ...optional("AvailabilityZone", member.text("availabilityZone")),
    MonitoringInterval: member.count("monitoringInterval") ?? cluster?.MonitoringInterval ?? 0,
    ...optional("MonitoringRoleArn", member.text("monitoringRoleArn", "arn") ?? cluster?.MonitoringRoleArn),
    ...(insightsOn === undefined && cluster !== undefined
      ? insightsOf(cluster)
      : {
          ...insights(member, all),
          ...(insightsOn === true && member.text("performanceInsightsKmsKeyId") === undefined
            ? optional("PerformanceInsightsKMSKeyId", cluster?.PerformanceInsightsKMSKeyId)
            : {}),
        }),
    TagList: member.tags(),
  };
}

/** The three instances of a Multi-AZ DB cluster, of which no program speaks. */
function membersThatRdsMakes(cluster: DBCluster): readonly DBInstance[] {
  const { DBClusterIdentifier: name = "", DBClusterInstanceClass: DBInstanceClass } = cluster;
  if (DBInstanceClass === undefined) {
    return [];
  }
  return ["a", "b", "c"].map((zone, index): DBInstance => {
    const DBInstanceIdentifier = `${name}-instance-${index + 1}`;
    cluster.DBClusterMembers?.push({ DBInstanceIdentifier, DBClusterParameterGroupStatus: "in-sync" });
    return {
      DBInstanceIdentifier,
      DBInstanceArn: arnOf("rds", `db:${DBInstanceIdentifier}`),
      DbiResourceId: `db-${DBInstanceIdentifier.toUpperCase()}`,
      DBClusterIdentifier: name,
      ...optional("Engine", cluster.Engine),
      ...optional("EngineVersion", cluster.EngineVersion),
      DBInstanceClass,
      StorageEncrypted: cluster.StorageEncrypted ?? false,
      PubliclyAccessible: cluster.PubliclyAccessible ?? false,
      DBSubnetGroup: { DBSubnetGroupName: cluster.DBSubnetGroup ?? "default" },
      VpcSecurityGroups: cluster.VpcSecurityGroups ?? [],
      ...(cluster.Port === undefined ? {} : { Endpoint: { Port: cluster.Port } }),
      DBParameterGroups: [
        {
          DBParameterGroupName: `default.${familyOf(cluster.Engine, cluster.EngineVersion ?? "")}`,
          ParameterApplyStatus: "in-sync",
        },
      ],
      AutoMinorVersionUpgrade: cluster.AutoMinorVersionUpgrade ?? true,
      ...optional("EngineLifecycleSupport", cluster.EngineLifecycleSupport),
      ...optional("CACertificateIdentifier", cluster.CertificateDetails?.CAIdentifier),
      AvailabilityZone: `${region}${zone}`,
      MonitoringInterval: cluster.MonitoringInterval ?? 0,
      ...optional("MonitoringRoleArn", cluster.MonitoringRoleArn),
      ...insightsOf(cluster),
    };
  });
}

function insightsOf(cluster: DBCluster) {
  return {
    PerformanceInsightsEnabled: cluster.PerformanceInsightsEnabled ?? false,
    ...optional("PerformanceInsightsKMSKeyId", cluster.PerformanceInsightsKMSKeyId),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html */
function clusterOf(cluster: Deployed, all: readonly Deployed[]): DBCluster {
  for (const property of [
    "snapshotIdentifier",
    "replicationSourceIdentifier",
    "restoreToPointInTime",
    "dbInstanceParameterGroupName",
  ]) {
    if ((cluster.row.props as Readonly<Record<string, unknown>> | undefined)?.[property] !== undefined) {
      throw new NotDeployable("AWS says nothing of a source but what the cluster itself is");
    }
  }
  const engine = cluster.text("engine");
  const encrypted = cluster.flag("storageEncrypted") ?? cluster.text("kmsKeyId") !== undefined;
  const port = cluster.count("port") ?? portOf(engine);
  const version = versionOf(engine, cluster.text("engineVersion"));
  const isMultiAz = cluster.text("dbClusterInstanceClass") !== undefined;
  const stream = ofType(all, "aws:rds/clusterActivityStream:ClusterActivityStream").find((candidate) =>
    [cluster.names.arn, cluster.names.id].includes(candidate.text("resourceArn", "arn") ?? ""),
  );
  return {
    DBClusterIdentifier: cluster.names.id,
    DBClusterArn: cluster.names.arn,
    DbClusterResourceId: cluster.text("clusterResourceId") ?? `cluster-${cluster.names.id.toUpperCase()}`,
    ...optional("Engine", engine),
    EngineVersion: version,
    EngineMode: cluster.text("engineMode") ?? "provisioned",
    StorageEncrypted: encrypted,
    ...optional("KmsKeyId", encrypted ? (keyNamed(cluster.text("kmsKeyId", "arn"), all) ?? awsKey("rds")) : undefined),
    DBSubnetGroup: cluster.text("dbSubnetGroupName") ?? "default",
    VpcSecurityGroups: memberships(cluster.texts("vpcSecurityGroupIds")),
    ...optional("Port", port),
    DBClusterParameterGroup: cluster.text("dbClusterParameterGroupName") ?? `default.${familyOf(engine, version)}`,
    BackupRetentionPeriod: cluster.count("backupRetentionPeriod") ?? 1,
    DeletionProtection: cluster.flag("deletionProtection") ?? false,
    CopyTagsToSnapshot: cluster.flag("copyTagsToSnapshot") ?? false,
    IAMDatabaseAuthenticationEnabled: cluster.flag("iamDatabaseAuthenticationEnabled") ?? false,
    AutoMinorVersionUpgrade: cluster.flag("autoMinorVersionUpgrade") ?? true,
    EngineLifecycleSupport: cluster.text("engineLifecycleSupport") ?? "open-source-rds-extended-support",
    EnabledCloudwatchLogsExports: cluster.texts("enabledCloudwatchLogsExports") ?? [],
    MasterUsername: cluster.text("masterUsername"),
    ...managedSecret(cluster, all),
    MonitoringInterval: cluster.count("monitoringInterval") ?? 0,
    ...optional("MonitoringRoleArn", cluster.text("monitoringRoleArn", "arn")),
    ...insights(cluster, all),
    ...optional("DBClusterInstanceClass", cluster.text("dbClusterInstanceClass")),
    ...(isMultiAz
      ? {
          // Without a group of its own it lies in the default VPC, whose internet gateway makes it public.
          PubliclyAccessible: (cluster.text("dbSubnetGroupName") ?? "default") === "default",
          CertificateDetails: { CAIdentifier: cluster.text("caCertificateIdentifier") ?? "rds-ca-rsa2048-g1" },
        }
      : {}),
    BacktrackWindow: cluster.count("backtrackWindow") ?? 0,
    AvailabilityZones: cluster.texts("availabilityZones") ?? ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    DBClusterMembers: [],
    ActivityStreamStatus: stream === undefined ? "stopped" : "started",
    ...optional("ActivityStreamKmsKeyId", stream && keyNamed(stream.text("kmsKeyId", "arn"), all)),
    ...optional("GlobalClusterIdentifier", cluster.text("globalClusterIdentifier")),
    TagList: cluster.tags(),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_GlobalCluster.html */
function globalOf(cluster: Deployed, clusters: readonly DBCluster[]): GlobalCluster {
  const sourceName = cluster.text("sourceDbClusterIdentifier", "arn");
  const source = clusters.find(({ DBClusterArn, DBClusterIdentifier }) =>
    [DBClusterArn, DBClusterIdentifier].includes(sourceName),
  );
  if (sourceName !== undefined && source === undefined) {
    throw new NotDeployable("a source that no row describes");
  }
  return {
    GlobalClusterIdentifier: cluster.names.id,
    GlobalClusterArn: cluster.names.arn,
    Engine: cluster.text("engine") ?? source?.Engine ?? "aurora",
    ...optional("EngineVersion", cluster.text("engineVersion") ?? source?.EngineVersion),
    StorageEncrypted: source?.StorageEncrypted ?? cluster.flag("storageEncrypted") ?? false,
    GlobalClusterMembers: [],
  };
}

function subnetGroupOf(group: Deployed): DBSubnetGroup {
  return {
    DBSubnetGroupName: group.names.id,
    DBSubnetGroupArn: group.names.arn,
    Subnets: (group.texts("subnetIds") ?? []).map((SubnetIdentifier) => ({ SubnetIdentifier })),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html */
function snapshotOf(snapshot: Deployed, all: readonly Deployed[], instances: readonly DBInstance[]): DBSnapshot {
  const isCopy = snapshot.row.type === "aws:rds/snapshotCopy:SnapshotCopy";
  const instance = isCopy ? undefined : snapshot.text("dbInstanceIdentifier");
  const key = keyNamed(snapshot.text("kmsKeyId", "arn"), all);
  const source = instances.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === instance);
  const encrypted = key !== undefined || source?.StorageEncrypted || snapshot.flag("encrypted");
  if (encrypted === undefined && !isCopy && instance !== undefined) {
    return { ...plainSnapshot(snapshot), ...optional("DBInstanceIdentifier", instance) };
  }
  return {
    ...plainSnapshot(snapshot),
    ...optional("DBInstanceIdentifier", instance),
    ...optional("SourceDBSnapshotIdentifier", isCopy ? snapshot.text("sourceDbSnapshotIdentifier") : undefined),
    Encrypted: encrypted ?? false,
    ...optional("KmsKeyId", key ?? source?.KmsKeyId),
  };
}

function plainSnapshot(snapshot: Deployed): DBSnapshot {
  return {
    DBSnapshotIdentifier: snapshot.names.id,
    DBSnapshotArn: snapshot.names.arn,
    SnapshotType: "manual",
    TagList: snapshot.tags(),
  };
}

function clusterSnapshotOf(
  snapshot: Deployed,
  all: readonly Deployed[],
  clusters: readonly DBCluster[],
): DBClusterSnapshot {
  const cluster = snapshot.text("dbClusterIdentifier");
  const source = clusters.find(({ DBClusterIdentifier }) => DBClusterIdentifier === cluster);
  const key = keyNamed(snapshot.text("kmsKeyId", "arn"), all);
  return {
    DBClusterSnapshotIdentifier: snapshot.names.id,
    DBClusterSnapshotArn: snapshot.names.arn,
    SnapshotType: "manual",
    ...optional("DBClusterIdentifier", cluster),
    StorageEncrypted: key !== undefined || source?.StorageEncrypted || snapshot.flag("storageEncrypted") || false,
    ...optional("KmsKeyId", key ?? source?.KmsKeyId),
    TagList: snapshot.tags(),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html */
function proxyOf(proxy: Deployed): DBProxy {
  return {
    DBProxyName: proxy.names.id,
    DBProxyArn: proxy.names.arn,
    EngineFamily: proxy.text("engineFamily"),
    RequireTLS: proxy.flag("requireTls") ?? false,
    DefaultAuthScheme: proxy.text("defaultAuthScheme") ?? "NONE",
    Auth: proxy.blocks("auths").map((auth) => ({
      AuthScheme: "SECRETS",
      IAMAuth: (auth.text("iamAuth") ?? "DISABLED") as "DISABLED" | "REQUIRED",
      ...optional("SecretArn", auth.text("secretArn", "arn")),
    })),
    VpcSecurityGroupIds: proxy.texts("vpcSecurityGroupIds") ?? [],
  };
}

function optionGroupOf(group: Deployed): OptionGroup {
  return {
    OptionGroupName: group.names.id,
    OptionGroupArn: group.names.arn,
    EngineName: group.text("engineName"),
    Options: group.blocks("options").map((option) => ({
      OptionName: option.text("optionName"),
      ...optional("Port", option.count("port")),
      OptionSettings: option
        .blocks("optionSettings")
        .map((setting) => ({ Name: setting.text("name"), Value: setting.text("value") })),
    })),
  };
}

function insights(database: Deployed, all: readonly Deployed[]) {
  const on = database.flag("performanceInsightsEnabled") ?? database.text("performanceInsightsKmsKeyId") !== undefined;
  return {
    PerformanceInsightsEnabled: on,
    ...optional(
      "PerformanceInsightsKMSKeyId",
      on ? (keyNamed(database.text("performanceInsightsKmsKeyId", "arn"), all) ?? awsKey("rds")) : undefined,
    ),
  };
}

function managedSecret(database: Deployed, all: readonly Deployed[]) {
  const key = database.text("masterUserSecretKmsKeyId", "arn");
  return database.flag("manageMasterUserPassword") === true || key !== undefined
    ? {
        MasterUserSecret: {
          SecretArn: arnOf("secretsmanager", `secret:rds!${database.names.id}`),
          KmsKeyId: keyNamed(key, all) ?? awsKey("secretsmanager"),
        },
      }
    : {};
}

function memberships(ids: readonly string[] | undefined) {
  return (ids ?? []).map(defaultOfVpc).map((VpcSecurityGroupId) => ({ VpcSecurityGroupId, Status: "active" }));
}

/** What names a VPC in place of a group is the default group that the VPC tells. */
function defaultOfVpc(id: string): string {
  return id.startsWith("vpc-") ? `sg-default-${id}` : id;
}

const ports: readonly (readonly [engine: RegExp, port: number])[] = [
  [/postgres/, 5432],
  [/mysql|mariadb/, 3306],
  [/^(custom-)?sqlserver/, 1433],
  [/^(custom-)?oracle/, 1521],
  [/^db2/, 50_000],
];

function portOf(engine = ""): number | undefined {
  return ports.find(([pattern]) => pattern.test(engine))?.[1];
}

/** A version that AWS takes where none is asked for, an engine; other engines must say theirs. */
const versions: readonly (readonly [engine: RegExp, version: string])[] = [
  [/postgres/, "17.6"],
  [/^aurora-mysql/, "8.0.mysql_aurora.3.10.1"],
  [/mysql/, "8.4.6"],
  [/mariadb/, "11.8.3"],
  [/sqlserver/, "16.00.4215.2.v1"],
  [/oracle/, "19.0.0.0.ru-2025-07.rur-2025-07.r1"],
  [/^db2/, "11.5.9.0.sb00000000.r1"],
];

function versionOf(engine: string | undefined, given: string | undefined): string {
  const version = given ?? versions.find(([pattern]) => pattern.test(engine ?? ""))?.[1];
  if (version === undefined) {
    throw new NotDeployable(`no version is known of ${engine}`);
  }
  return version;
}

/** The family of a version, of which some engines name two numbers and PostgreSQL from 10 one. */
function familyOf(engine = "", version: string): string {
  const [major = "", minor = "0"] = version.split(".");
  const number = /postgres|^oracle/.test(engine) ? major : `${major}.${minor.slice(0, 1)}`;
  return `${engine}${/^(sqlserver|db2|oracle)/.test(engine) ? "-" : ""}${number}`;
}

export function optional<Name extends string, T>(name: Name, value: T | undefined): { [N in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: T };
}
