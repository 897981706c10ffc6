"""Prints what the emulated account holds beyond what a new account has: one line a resource."""

import os

import boto3

ENDPOINT = os.environ["SANDBOX_ENDPOINT_URL"]


def listed(service, operation, key, keep=lambda item: True, name=lambda item: item):
    client = boto3.client(service, endpoint_url=ENDPOINT)
    items = [item for page in client.get_paginator(operation).paginate() for item in page[key] if keep(item)]
    return [f"{service} {name(item)}" for item in items]


def kms_keys():
    client = boto3.client("kms", endpoint_url=ENDPOINT)
    pages = client.get_paginator("list_keys").paginate()
    keys = [client.describe_key(KeyId=key["KeyId"])["KeyMetadata"] for page in pages for key in page["Keys"]]
    # A key cannot be deleted at once: for days it is pending deletion and of no use to anybody.
    return [f"kms {key['Arn']}" for key in keys if key["KeyManager"] == "CUSTOMER" and key["KeyState"] != "PendingDeletion"]


def contents():
    yield from listed("rds", "describe_db_instances", "DBInstances", name=lambda i: i["DBInstanceArn"])
    yield from listed("rds", "describe_db_clusters", "DBClusters", name=lambda i: i["DBClusterArn"])
    yield from listed("rds", "describe_db_snapshots", "DBSnapshots", name=lambda i: i["DBSnapshotArn"])
    yield from listed("rds", "describe_db_subnet_groups", "DBSubnetGroups", name=lambda i: i["DBSubnetGroupArn"])
    yield from listed(
        "rds",
        "describe_db_parameter_groups",
        "DBParameterGroups",
        keep=lambda i: not i["DBParameterGroupName"].startswith("default."),
        name=lambda i: i["DBParameterGroupArn"],
    )
    yield from listed(
        "rds",
        "describe_option_groups",
        "OptionGroupsList",
        keep=lambda i: not i["OptionGroupName"].startswith("default:"),
        name=lambda i: i["OptionGroupName"],
    )
    yield from listed("dynamodb", "list_tables", "TableNames")
    yield from listed("ec2", "describe_vpcs", "Vpcs", keep=lambda i: not i["IsDefault"], name=lambda i: i["VpcId"])
    yield from listed("ec2", "describe_subnets", "Subnets", keep=lambda i: not i["DefaultForAz"], name=lambda i: i["SubnetId"])
    yield from listed(
        "ec2",
        "describe_route_tables",
        "RouteTables",
        keep=lambda i: not any(association["Main"] for association in i["Associations"]),
        name=lambda i: i["RouteTableId"],
    )
    yield from listed("ec2", "describe_internet_gateways", "InternetGateways", name=lambda i: i["InternetGatewayId"])
    yield from listed(
        "ec2",
        "describe_security_groups",
        "SecurityGroups",
        keep=lambda i: i["GroupName"] != "default",
        name=lambda i: i["GroupId"],
    )
    yield from kms_keys()
    yield from listed(
        "kms",
        "list_aliases",
        "Aliases",
        keep=lambda i: not i["AliasName"].startswith("alias/aws/"),
        name=lambda i: i["AliasName"],
    )
    yield from listed("iam", "list_roles", "Roles", name=lambda i: i["RoleName"])
    yield from listed("secretsmanager", "list_secrets", "SecretList", name=lambda i: i["ARN"])
    yield from listed("logs", "describe_log_groups", "logGroups", name=lambda i: i["logGroupName"])


for line in contents():
    print(line)
