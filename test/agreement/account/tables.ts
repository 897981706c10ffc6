import type { Cluster } from "@aws-sdk/client-dax";
import type { KinesisDataStreamDestination, TableDescription } from "@aws-sdk/client-dynamodb";
import type { Answers, Input } from "../../audit/read/stub-clients";
import { awsError } from "../../audit/read/stub-clients";
import { account, type Deployed, NotDeployable, ofType, region } from "./deployed";
import { awsKey, keyNamed } from "./keys";
import { optional } from "./rds";

/** What DynamoDB and what stands beside its tables answer. */
export function tableAnswers(all: readonly Deployed[]): Answers {
  const tables = ofType(all, "aws:dynamodb/table:Table");
  if (ofType(all, "aws:dynamodb/globalTable:GlobalTable").length > 0) {
    throw new NotDeployable("global tables of 2017 are not described");
  }
  const find = (name: unknown) => tables.find(({ names }) => [names.id, names.arn].includes(String(name)));
  return {
    ListTables: { TableNames: tables.map(({ names }) => names.id) },
    DescribeTable: ({ TableName: name }: Input) => ({ Table: tableOf(find(name) ?? missing(name), all) }),
    DescribeContinuousBackups: ({ TableName: name }: Input) => {
      const [recovery] = find(name)?.blocks("pointInTimeRecovery") ?? [];
      const on = recovery?.flag("enabled") ?? false;
      return {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: "ENABLED",
          PointInTimeRecoveryDescription: {
            PointInTimeRecoveryStatus: on ? "ENABLED" : "DISABLED",
            ...(on ? { RecoveryPeriodInDays: recovery?.count("recoveryPeriodInDays") ?? 35 } : {}),
          },
        },
      };
    },
    GetResources: {
      ResourceTagMappingList: [...new Set(tables.map(({ names }) => names.arn))].map((arn) => {
        const separate = ofType(all, "aws:dynamodb/tag:Tag").filter((tag) => tag.text("resourceArn", "arn") === arn);
        const Tags = separate.map((tag) => ({ Key: tag.text("key"), Value: tag.text("value") }));
        return { ResourceARN: arn, Tags: [...(find(arn)?.tags() ?? []), ...Tags] };
      }),
    },
    // A destination may be a stream that the program does not make.
    ListStreams: {
      StreamNames: [
        ...ofType(all, "aws:kinesis/stream:Stream"),
        ...ofType(all, "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination"),
      ].map(({ names }) => names.id),
    },
    DescribeKinesisStreamingDestination: ({ TableName: name }: Input) => ({
      KinesisDataStreamDestinations: ofType(all, "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination")
        .filter((destination) => destination.text("tableName") === name)
        .map(
          (destination): KinesisDataStreamDestination => ({
            ...optional("StreamArn", destination.text("streamArn", "arn")),
            DestinationStatus: "ACTIVE",
          }),
        ),
    }),
    DescribeStreamSummary: ({ StreamARN: arn }: Input) => {
      const stream = ofType(all, "aws:kinesis/stream:Stream").find(({ names }) => names.arn === arn);
      const key = stream?.text("kmsKeyId", "arn");
      return {
        StreamDescriptionSummary: {
          StreamName: stream?.names.id,
          EncryptionType: stream?.text("encryptionType") ?? "NONE",
          ...optional("KeyId", key),
        },
      };
    },
    DescribeScalableTargets: {
      ScalableTargets: ofType(all, "aws:appautoscaling/target:Target").map((target) => ({
        ResourceId: target.text("resourceId")?.replace(/^(?!table\/)/, "table/"),
        ScalableDimension: target.text("scalableDimension"),
      })),
    },
    DescribeClusters: { Clusters: ofType(all, "aws:dax/cluster:Cluster").map((cluster) => daxOf(cluster, all)) },
    DescribeSubnetGroups: {
      SubnetGroups: ofType(all, "aws:dax/subnetGroup:SubnetGroup").map((group) => ({
        SubnetGroupName: group.names.id,
        Subnets: (group.texts("subnetIds") ?? []).map((SubnetIdentifier) => ({ SubnetIdentifier })),
      })),
    },
  };
}

function missing(name: unknown): never {
  throw new NotDeployable(`table ${name} is none of the rows`);
}

/** The policy of a table or stream, by its ARN; DynamoDB answers with an error where there is none. */
export function tablePolicy(all: readonly Deployed[], arn: unknown): object {
  const policy = ofType(all, "aws:dynamodb/resourcePolicy:ResourcePolicy").find(
    (candidate) => candidate.text("resourceArn", "arn") === arn,
  );
  const document = policy?.text("policy", "arn");
  return document === undefined ? awsError("PolicyNotFoundException", "no policy") : { Policy: document };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html */
function tableOf(table: Deployed, all: readonly Deployed[]): TableDescription {
  if (table.text("restoreSourceName") !== undefined || table.text("restoreSourceTableArn") !== undefined) {
    throw new NotDeployable("AWS says nothing of a source but what the table itself is");
  }
  const [encryption] = table.blocks("serverSideEncryption");
  const stream = ofType(all, "aws:dynamodb/resourcePolicy:ResourcePolicy")
    .map((policy) => policy.text("resourceArn", "arn"))
    .find((arn) => arn?.startsWith(`${table.names.arn}/stream/`));
  const byKms = encryption?.flag("enabled") === true;
  const replicas = [
    ...table.blocks("replicas"),
    ...ofType(all, "aws:dynamodb/tableReplica:TableReplica").filter(
      (replica) => replica.text("globalTableArn", "arn") === table.names.arn,
    ),
  ];
  return {
    TableName: table.names.id,
    TableArn: table.names.arn,
    DeletionProtectionEnabled: table.flag("deletionProtectionEnabled") ?? false,
    BillingModeSummary: { BillingMode: (table.text("billingMode") ?? "PROVISIONED") as "PROVISIONED" },
    ...(byKms
      ? {
          SSEDescription: {
            Status: "ENABLED",
            SSEType: "KMS",
            KMSMasterKeyArn: keyNamed(encryption?.text("kmsKeyArn", "arn"), all) ?? awsKey("dynamodb"),
          },
        }
      : {}),
    ...(table.flag("streamEnabled") === true || replicas.length > 0 || stream !== undefined
      ? { StreamSpecification: { StreamEnabled: true }, LatestStreamArn: stream ?? `${table.names.arn}/stream/1` }
      : {}),
    Replicas: replicas.map((replica) => ({
      RegionName: regionOf(replica),
      ReplicaStatus: "ACTIVE",
      ...optional("KMSMasterKeyId", inRegion(replica, keyNamed(replica.text("kmsKeyArn", "arn"), all), all)),
    })),
  };
}

/** A row of its own says where it lies by its provider, which no property tells. */
function regionOf(replica: Deployed): string {
  return replica.text("regionName") ?? "eu-central-1";
}

/** A key of the program that a replica has is one that its provider makes in the region of the replica. */
function inRegion(replica: Deployed, key: string | undefined, all: readonly Deployed[]): string | undefined {
  const there = regionOf(replica);
  return all.some(({ names }) => names.arn === key) ? key?.replace(`:${region}:`, `:${there}:`) : key;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_Cluster.html */
function daxOf(cluster: Deployed, all: readonly Deployed[]): Cluster {
  const [encryption] = cluster.blocks("serverSideEncryption");
  const nodes = cluster.count("replicationFactor");
  const group = ofType(all, "aws:dax/subnetGroup:SubnetGroup").find(
    ({ names }) => names.id === cluster.text("subnetGroupName"),
  );
  const zonesOfGroup = ofType(all, "aws:ec2/subnet:Subnet")
    .filter(({ names }) => group?.texts("subnetIds")?.includes(names.id))
    .map((subnet) => subnet.text("availabilityZone"));
  // DAX spreads its nodes over the zones that it is given or that its subnet group has.
  const zones = cluster.texts("availabilityZones") ?? zonesOfGroup;
  return {
    ClusterName: cluster.names.id,
    ClusterArn: cluster.names.arn,
    SSEDescription: { Status: encryption?.flag("enabled") === true ? "ENABLED" : "DISABLED" },
    ClusterEndpointEncryptionType: (cluster.text("clusterEndpointEncryptionType") ?? "NONE") as "NONE",
    ...optional("TotalNodes", nodes),
    ...(zones.length === 0
      ? {}
      : {
          Nodes: Array.from({ length: nodes ?? 0 }, (_, index) =>
            optional("AvailabilityZone", zones[index % zones.length]),
          ),
        }),
    SecurityGroups: (cluster.texts("securityGroupIds") ?? []).map((SecurityGroupIdentifier) => ({
      SecurityGroupIdentifier,
      Status: "active",
    })),
    ...optional("SubnetGroup", cluster.text("subnetGroupName")),
  };
}

/** What AWS Backup answers. */
export function backupAnswers(all: readonly Deployed[]): Answers {
  const plans = ofType(all, "aws:backup/plan:Plan");
  const vaults = ofType(all, "aws:backup/vault:Vault");
  if (ofType(all, "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault").length > 0) {
    throw new NotDeployable("logically air-gapped vaults are not described");
  }
  const selections = (plan: unknown) =>
    ofType(all, "aws:backup/selection:Selection").filter((selection) => selection.text("planId") === plan);
  return {
    ListBackupVaults: {
      BackupVaultList: vaults.map((vault) => ({
        BackupVaultName: vault.names.id,
        BackupVaultArn: vault.names.arn,
        EncryptionKeyArn: keyNamed(vault.text("kmsKeyArn", "arn"), all) ?? awsKey("backup"),
        NumberOfRecoveryPoints: 0,
      })),
    },
    ListBackupPlans: {
      BackupPlansList: plans.map(({ names }) => ({
        BackupPlanId: names.id,
        BackupPlanArn: names.arn,
        BackupPlanName: names.id,
      })),
    },
    GetBackupPlan: ({ BackupPlanId: id }: Input) => {
      const plan = plans.find(({ names }) => names.id === id);
      return {
        BackupPlan: {
          BackupPlanName: plan?.names.id,
          Rules: (plan?.blocks("rules") ?? []).map((rule) => ({
            RuleName: rule.text("ruleName"),
            TargetBackupVaultName: rule.text("targetVaultName"),
            CopyActions: rule
              .blocks("copyActions")
              .map((copy) => optional("DestinationBackupVaultArn", copy.text("destinationVaultArn", "arn"))),
          })),
        },
      };
    },
    ListBackupSelections: ({ BackupPlanId: id }: Input) => ({
      BackupSelectionsList: selections(id).map(({ row }) => ({ SelectionId: row.name, SelectionName: row.name })),
    }),
    GetBackupSelection: ({ SelectionId: id }: Input) => {
      const selection = ofType(all, "aws:backup/selection:Selection").find(({ row }) => row.name === id);
      const [conditions] = selection?.blocks("conditions") ?? [];
      const each = (property: string) =>
        (conditions?.blocks(property) ?? []).map((condition) => ({
          ConditionKey: condition.text("key"),
          ConditionValue: condition.text("value"),
        }));
      return {
        BackupSelection: {
          SelectionName: id,
          Resources: selection?.texts("resources", "arn") ?? [],
          NotResources: selection?.texts("notResources", "arn") ?? [],
          ListOfTags: (selection?.blocks("selectionTags") ?? []).map((tag) => ({
            ConditionType: tag.text("type"),
            ConditionKey: tag.text("key"),
            ConditionValue: tag.text("value"),
          })),
          Conditions: {
            StringEquals: each("stringEquals"),
            StringNotEquals: each("stringNotEquals"),
            StringLike: each("stringLikes"),
            StringNotLike: each("stringNotLikes"),
          },
        },
      };
    },
  };
}

/** What IAM answers: documents URL-encoded, inline policies and attachments with their role, user or group. */
export function iamAnswers(all: readonly Deployed[]): Answers {
  for (const { row } of all) {
    if (row.type.startsWith("aws:ssoadmin/") || /Exclusive|policyAttachment:/.test(row.type)) {
      throw new NotDeployable(`${row.type} is not described`);
    }
  }
  const encoded = (document: string | undefined) => {
    if (document === undefined) {
      throw new NotDeployable("a policy without a document, which IAM refuses");
    }
    return encodeURIComponent(document);
  };
  const inline = (type: Deployed["row"]["type"]) =>
    ofType(all, type).map((policy) => ({
      PolicyName: policy.row.name,
      PolicyDocument: encoded(policy.text("policy", "arn")),
    }));
  const attached = (type: Deployed["row"]["type"]) =>
    ofType(all, type).map((attachment) => ({
      PolicyArn: attachment.text("policyArn", "arn"),
      PolicyName: attachment.text("policyArn", "arn")?.split("/").at(-1),
    }));
  const arn = (kind: string) => `arn:aws:iam::${account}:${kind}/subject`;
  return {
    GetAccountAuthorizationDetails: {
      Policies: ofType(all, "aws:iam/policy:Policy").map((policy) => ({
        Arn: policy.names.arn,
        PolicyName: policy.names.id,
        PolicyVersionList: [{ IsDefaultVersion: true, Document: encoded(policy.text("policy", "arn")) }],
      })),
      RoleDetailList: [
        {
          Arn: arn("role"),
          RoleName: "subject",
          RolePolicyList: [
            ...inline("aws:iam/rolePolicy:RolePolicy"),
            ...ofType(all, "aws:iam/role:Role").flatMap((role) =>
              role.blocks("inlinePolicies").map((policy) => ({
                PolicyName: policy.text("name"),
                PolicyDocument: encoded(policy.text("policy", "arn")),
              })),
            ),
          ],
          AttachedManagedPolicies: [
            ...attached("aws:iam/rolePolicyAttachment:RolePolicyAttachment"),
            ...ofType(all, "aws:iam/role:Role").flatMap((role) =>
              (role.texts("managedPolicyArns", "arn") ?? []).map((PolicyArn) => ({
                PolicyArn,
                PolicyName: PolicyArn.split("/").at(-1),
              })),
            ),
          ],
        },
      ],
      UserDetailList: [
        {
          Arn: arn("user"),
          UserName: "subject",
          UserPolicyList: inline("aws:iam/userPolicy:UserPolicy"),
          AttachedManagedPolicies: attached("aws:iam/userPolicyAttachment:UserPolicyAttachment"),
        },
      ],
      GroupDetailList: [
        {
          Arn: arn("group"),
          GroupName: "subject",
          GroupPolicyList: inline("aws:iam/groupPolicy:GroupPolicy"),
          AttachedManagedPolicies: attached("aws:iam/groupPolicyAttachment:GroupPolicyAttachment"),
        },
      ],
    },
  };
}
