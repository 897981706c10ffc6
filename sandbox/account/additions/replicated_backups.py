"""Automated backups that are replicated from another region."""

import uuid
from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse

from .instances import key_arn


def replicated(backend: Any) -> dict[str, dict[str, Any]]:
    """By ARN of the instance whose backups they are."""
    if not hasattr(backend, "sandbox_replicated_backups"):
        backend.sandbox_replicated_backups = {}
    return backend.sandbox_replicated_backups


def start(self: Any) -> ActionResult:
    source = self.params["SourceDBInstanceArn"]
    _, _, _, region, account, _, identifier = source.split(":")
    arn = f"arn:{self.partition}:rds:{self.region}:{account}:auto-backup:ab-{uuid.uuid4().hex[:26]}"
    replicated(self.backend)[source] = {
        "DBInstanceArn": source,
        "DBInstanceIdentifier": identifier,
        "Region": region,
        "Status": "replicating",
        "Encrypted": "KmsKeyId" in self.params,
        "KmsKeyId": key_arn(self.backend, self.params["KmsKeyId"]) if "KmsKeyId" in self.params else None,
        "BackupRetentionPeriod": self.params.get("BackupRetentionPeriod", 7),
        "DBInstanceAutomatedBackupsArn": arn,
    }
    return ActionResult({"DBInstanceAutomatedBackup": replicated(self.backend)[source]})


def stop(self: Any) -> ActionResult:
    return ActionResult({"DBInstanceAutomatedBackup": replicated(self.backend).pop(self.params["SourceDBInstanceArn"])})


def install() -> None:
    describe = RDSBackend.describe_db_instance_automated_backups

    def described(self: Any, **asked: Any) -> list[Any]:
        arn = asked.get("db_instance_automated_backups_arn")
        own = [] if arn else describe(self, **asked)
        identifier = asked.get("db_instance_identifier")
        return own + [
            backup
            for backup in replicated(self).values()
            if arn in (None, backup["DBInstanceAutomatedBackupsArn"])
            and identifier in (None, backup["DBInstanceIdentifier"])
        ]

    RDSBackend.describe_db_instance_automated_backups = described
    RDSResponse.start_db_instance_automated_backups_replication = start
    RDSResponse.stop_db_instance_automated_backups_replication = stop
