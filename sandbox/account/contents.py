"""Prints what the emulated account holds beyond what a new account has: one line a resource."""

import os

import boto3

ENDPOINT = os.environ["SANDBOX_ENDPOINT_URL"]

# Service, operation, the list in its answer, what names an entry, and which entries a new account does not have.
LISTS = [
    ("rds", "describe_db_instances", "DBInstances", "DBInstanceArn"),
    ("rds", "describe_db_clusters", "DBClusters", "DBClusterArn"),
    ("rds", "describe_global_clusters", "GlobalClusters", "GlobalClusterArn"),
    ("rds", "describe_db_snapshots", "DBSnapshots", "DBSnapshotArn"),
    ("rds", "describe_db_cluster_snapshots", "DBClusterSnapshots", "DBClusterSnapshotArn"),
    ("rds", "describe_db_proxies", "DBProxies", "DBProxyArn"),
    ("rds", "describe_event_subscriptions", "EventSubscriptionsList", "EventSubscriptionArn"),
    ("rds", "describe_db_subnet_groups", "DBSubnetGroups", "DBSubnetGroupArn"),
    (
        "rds",
        "describe_db_parameter_groups",
        "DBParameterGroups",
        "DBParameterGroupArn",
        lambda i: not i["DBParameterGroupName"].startswith("default."),
    ),
    (
        "rds",
        "describe_db_cluster_parameter_groups",
        "DBClusterParameterGroups",
        "DBClusterParameterGroupArn",
        lambda i: not i["DBClusterParameterGroupName"].startswith("default."),
    ),
    (
        "rds",
        "describe_option_groups",
        "OptionGroupsList",
        "OptionGroupName",
        lambda i: not i["OptionGroupName"].startswith("default:"),
    ),
    ("dynamodb", "list_tables", "TableNames", None),
    ("dax", "describe_clusters", "Clusters", "ClusterArn"),
    ("dax", "describe_subnet_groups", "SubnetGroups", "SubnetGroupName"),
    ("kinesis", "list_streams", "StreamNames", None),
    ("ec2", "describe_vpcs", "Vpcs", "VpcId", lambda i: not i["IsDefault"]),
    ("ec2", "describe_subnets", "Subnets", "SubnetId", lambda i: not i["DefaultForAz"]),
    (
        "ec2",
        "describe_route_tables",
        "RouteTables",
        "RouteTableId",
        lambda i: not any(association["Main"] for association in i["Associations"]),
    ),
    ("ec2", "describe_internet_gateways", "InternetGateways", "InternetGatewayId"),
    (
        "ec2",
        "describe_egress_only_internet_gateways",
        "EgressOnlyInternetGateways",
        "EgressOnlyInternetGatewayId",
    ),
    (
        "ec2",
        "describe_nat_gateways",
        "NatGateways",
        "NatGatewayId",
        lambda i: i["State"] != "deleted",
    ),
    ("ec2", "describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointId", lambda i: i["State"].lower() != "deleted"),
    ("ec2", "describe_flow_logs", "FlowLogs", "FlowLogId"),
    ("ec2", "describe_security_groups", "SecurityGroups", "GroupId", lambda i: i["GroupName"] != "default"),
    ("kms", "list_aliases", "Aliases", "AliasName", lambda i: not i["AliasName"].startswith("alias/aws/")),
    ("iam", "list_roles", "Roles", "RoleName"),
    ("iam", "list_users", "Users", "UserName"),
    ("iam", "list_groups", "Groups", "GroupName"),
    ("secretsmanager", "list_secrets", "SecretList", "ARN"),
    ("logs", "describe_log_groups", "logGroups", "logGroupName"),
    ("logs", "describe_resource_policies", "resourcePolicies", "policyName"),
    ("sns", "list_topics", "Topics", "TopicArn"),
    ("sqs", "list_queues", "QueueUrls", None),
    ("backup", "list_backup_vaults", "BackupVaultList", "BackupVaultArn"),
    ("backup", "list_backup_plans", "BackupPlansList", "BackupPlanArn"),
    ("backup", "list_protected_resources", "Results", "ResourceArn"),
]


def listed(service, operation, key, name, keep=lambda item: True):
    for page in pages(client(service), operation):
        for item in page.get(key, []):
            if keep(item):
                yield f"{service} {item if name is None else item[name]}"


def pages(api, operation, **asked):
    if api.can_paginate(operation):
        yield from api.get_paginator(operation).paginate(**asked)
    else:
        yield getattr(api, operation)(**asked)


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT)


def kms_keys():
    kms = client("kms")
    keys = [
        kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]
        for page in pages(kms, "list_keys")
        for key in page["Keys"]
    ]
    # A key cannot be deleted at once: for days it is pending deletion and of no use to anybody.
    return [f"kms {key['Arn']}" for key in keys if key["KeyManager"] == "CUSTOMER" and key["KeyState"] != "PendingDeletion"]


def policies():
    found = pages(client("iam"), "list_policies", Scope="Local")
    return [f"iam {policy['Arn']}" for page in found for policy in page["Policies"]]


def detectors():
    # Every region has one from the start.
    found = [detector for page in pages(client("guardduty"), "list_detectors") for detector in page["DetectorIds"]]
    return [f"guardduty {detector}" for detector in found[1:]]


def scaling_targets():
    found = pages(client("application-autoscaling"), "describe_scalable_targets", ServiceNamespace="dynamodb")
    return [f"application-autoscaling {target['ResourceId']}" for page in found for target in page["ScalableTargets"]]


def contents():
    for row in LISTS:
        yield from listed(*row)
    for special in (kms_keys, policies, detectors, scaling_targets):
        yield from special()


for line in contents():
    print(line)
