"""Fills a region of the emulated account: so many instances, a tenth as many clusters, a quarter as many tables."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

region, count = sys.argv[1], int(sys.argv[2])
config = Config(max_pool_connections=8, retries={"max_attempts": 10})


def client(service):
    return boto3.client(service, region_name=region, endpoint_url=os.environ["SANDBOX_ENDPOINT_URL"], config=config)


rds, dynamodb = client("rds"), client("dynamodb")


def instance(number):
    rds.create_db_instance(
        DBInstanceIdentifier=f"db-{number}",
        DBInstanceClass="db.m6g.large",
        Engine="postgres",
        AllocatedStorage=20,
        MasterUsername="orders",
        MasterUserPassword="not-a-secret",
    )


def cluster(number):
    rds.create_db_cluster(
        DBClusterIdentifier=f"cluster-{number}",
        Engine="aurora-postgresql",
        MasterUsername="orders",
        MasterUserPassword="not-a-secret",
    )


def table(number):
    dynamodb.create_table(
        TableName=f"table-{number}",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )


with ThreadPoolExecutor(8) as pool:
    for make, number in ((instance, count), (cluster, count // 10), (table, count // 4)):
        list(pool.map(make, range(number)))
