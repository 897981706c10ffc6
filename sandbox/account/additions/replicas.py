"""Replicas of tables in other regions: a table there, with its own backups and protection, and an entry here."""

import copy
from typing import Any

from moto.core.responses import ActionResult
from moto.dynamodb.models import Table, dynamodb_backends
from moto.dynamodb.responses import DynamoHandler


def replicas(table: Any) -> dict[str, dict[str, Any]]:
    """Those of one table, by region."""
    return table.__dict__.setdefault("sandbox_replicas", {})


def add(response: Any, table: Any, asked: dict[str, Any]) -> None:
    region = asked["RegionName"]
    there = copy.copy(table)
    there.region_name = region
    there.table_arn = table.table_arn.replace(f":{table.region_name}:", f":{region}:")
    there.continuous_backups = copy.deepcopy(table.continuous_backups)
    there.continuous_backups["PointInTimeRecoveryDescription"] = {"PointInTimeRecoveryStatus": "DISABLED"}
    there.deletion_protection_enabled = False
    there.sandbox_replicas = {}
    there.tags = []
    if asked.get("KMSMasterKeyId"):
        there.sse_specification = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": asked["KMSMasterKeyId"]}
    dynamodb_backends[response.current_account][region].tables[table.name] = there
    replicas(table)[region] = {
        "RegionName": region,
        "ReplicaStatus": "ACTIVE",
        "ReplicaArn": there.table_arn,
        **{name: asked[name] for name in ("KMSMasterKeyId",) if name in asked},
    }


def remove(response: Any, table: Any, asked: dict[str, Any]) -> None:
    region = asked["RegionName"]
    replicas(table).pop(region, None)
    dynamodb_backends[response.current_account][region].tables.pop(table.name, None)


def install() -> None:
    update, describe = DynamoHandler.update_table, Table.describe

    def update_table(self: Any) -> ActionResult:
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        for change in self.body.get("ReplicaUpdates") or []:
            if "Create" in change:
                add(self, table, change["Create"])
            if "Delete" in change:
                remove(self, table, change["Delete"])
        return update(self)

    def described(self: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        answer = describe(self, *args, **kwargs)
        if replicas(self):
            description = answer.get("TableDescription") or answer.get("Table") or answer
            description["Replicas"] = list(replicas(self).values())
            description["GlobalTableVersion"] = "2019.11.21"
        return answer

    DynamoHandler.update_table, Table.describe = update_table, described
