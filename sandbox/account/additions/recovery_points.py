"""Recovery points of backup vaults: a backup job makes one at once, out of nothing. Kept and answered only."""

import json
import uuid
from typing import Any

from moto.backup import urls
from moto.backup.exceptions import ResourceNotFoundException
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.rds.models import rds_backends

KINDS = {"rds": "RDS", "dynamodb": "DynamoDB"}


def recovery_points(vault: Any) -> dict[str, dict[str, Any]]:
    """Those of one vault, by ARN."""
    if not hasattr(vault, "sandbox_recovery_points"):
        vault.sandbox_recovery_points = {}
    return vault.sandbox_recovery_points


def vault_of(response: Any, name: str) -> Any:
    vault = response.backup_backend.vaults.get(name)
    if vault is None:
        raise ResourceNotFoundException(msg=f"Backup vault {name} was not found")
    return vault


def all_points(response: Any) -> list[dict[str, Any]]:
    return [point for vault in response.backup_backend.vaults.values() for point in recovery_points(vault).values()]


def is_encrypted(response: Any, resource: str) -> bool:
    """An RDS snapshot follows its instance; DynamoDB encrypts everything."""
    instances = rds_backends[response.current_account][response.region].databases.values()
    return all(instance.storage_encrypted for instance in instances if instance.db_instance_arn == resource)


def start_backup_job(self: Any) -> str:
    asked = json.loads(self.body)
    vault = vault_of(self, asked["BackupVaultName"])
    service = asked["ResourceArn"].split(":")[2]
    arn = f"arn:{self.partition}:backup:{self.region}:{self.current_account}:recovery-point:{uuid.uuid4()}"
    encrypted = is_encrypted(self, asked["ResourceArn"])
    recovery_points(vault)[arn] = {
        "RecoveryPointArn": arn,
        "BackupVaultName": vault.backup_vault_name,
        "BackupVaultArn": vault.backup_vault_arn,
        "ResourceArn": asked["ResourceArn"],
        "ResourceType": KINDS.get(service, service),
        "IamRoleArn": asked["IamRoleArn"],
        "Status": "COMPLETED",
        "CreationDate": unix_time(),
        "CompletionDate": unix_time(),
        "IsEncrypted": encrypted,
        **({"EncryptionKeyArn": vault.encryption_key_arn} if encrypted else {}),
    }
    vault.num_of_recovery_points = len(recovery_points(vault))
    return json.dumps({"BackupJobId": str(uuid.uuid4()), "RecoveryPointArn": arn, "CreationDate": unix_time()})


def list_recovery_points_by_backup_vault(self: Any) -> str:
    vault = vault_of(self, self.uri_match["backupVaultName"])
    kind = self._get_param("resourceType")
    points = [point for point in recovery_points(vault).values() if kind in (None, "", point["ResourceType"])]
    return json.dumps({"RecoveryPoints": points})


def list_recovery_points_by_resource(self: Any) -> str:
    resource = self.uri_match["resourceArn"]
    return json.dumps({"RecoveryPoints": [point for point in all_points(self) if point["ResourceArn"] == resource]})


def list_protected_resources(self: Any) -> str:
    protected = {
        point["ResourceArn"]: {
            "ResourceArn": point["ResourceArn"],
            "ResourceType": point["ResourceType"],
            "LastBackupTime": point["CreationDate"],
        }
        for point in all_points(self)
    }
    return json.dumps({"Results": list(protected.values())})


def one(response: Any) -> tuple[dict[str, dict[str, Any]], str]:
    points = recovery_points(vault_of(response, response.uri_match["backupVaultName"]))
    arn = response.uri_match["recoveryPointArn"]
    if arn not in points:
        raise ResourceNotFoundException(msg=f"Recovery point {arn} was not found")
    return points, arn


def describe_recovery_point(self: Any) -> str:
    points, arn = one(self)
    return json.dumps(points[arn])


def delete_recovery_point(self: Any) -> str:
    points, arn = one(self)
    del points[arn]
    vault_of(self, self.uri_match["backupVaultName"]).num_of_recovery_points = len(points)
    return ""


# moto routes none of these paths. boto3 ends lists with a slash, the other SDKs do not.
PATHS = (
    r"{0}/backup-vaults$",
    r"{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/?$",
    r"{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/(?P<point>.+)$",
    r"{0}/resources/?$",
    r"{0}/resources/(?P<resource>.+)/recovery-points/?$",
    r"{0}/backup-jobs$",
)


def install() -> None:
    for operation in (
        start_backup_job,
        list_recovery_points_by_backup_vault,
        list_recovery_points_by_resource,
        list_protected_resources,
        describe_recovery_point,
        delete_recovery_point,
    ):
        setattr(BackupResponse, operation.__name__, operation)
    for path in PATHS:
        urls.url_paths[path] = BackupResponse.dispatch
