"""Backup selections: which resources a backup plan protects. Kept and answered, nothing is backed up."""

import json
import uuid
from typing import Any

from moto.backup.exceptions import ResourceNotFoundException
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time


def selections(response: Any) -> dict[str, dict[str, Any]]:
    """The selections of the plan that the request names, by id."""
    plan = response.backup_backend.plans.get(response.uri_match["backupPlanId"])
    if plan is None:
        raise ResourceNotFoundException(msg="Failed reading Backup plan with provided version")
    if not hasattr(plan, "sandbox_selections"):
        plan.sandbox_selections = {}
    return plan.sandbox_selections


def one(response: Any) -> dict[str, Any]:
    selection = selections(response).get(response.uri_match["selectionId"])
    if selection is None:
        raise ResourceNotFoundException(msg="Cannot find Backup selection")
    return selection


def create_backup_selection(self: Any) -> str:
    plan = self.uri_match["backupPlanId"]
    kept = {
        "BackupPlanId": plan,
        "SelectionId": str(uuid.uuid4()),
        "CreationDate": unix_time(),
        "BackupSelection": json.loads(self.body)["BackupSelection"],
    }
    selections(self)[kept["SelectionId"]] = kept
    return json.dumps({name: kept[name] for name in ("BackupPlanId", "SelectionId", "CreationDate")})


def get_backup_selection(self: Any) -> str:
    return json.dumps(one(self))


def delete_backup_selection(self: Any) -> str:
    del selections(self)[one(self)["SelectionId"]]
    return ""


def list_backup_selections(self: Any) -> str:
    listed = [
        {
            "SelectionId": kept["SelectionId"],
            "SelectionName": kept["BackupSelection"]["SelectionName"],
            "BackupPlanId": kept["BackupPlanId"],
            "CreationDate": kept["CreationDate"],
            "IamRoleArn": kept["BackupSelection"]["IamRoleArn"],
        }
        for kept in selections(self).values()
    ]
    return json.dumps({"BackupSelectionsList": listed})


def install() -> None:
    for operation in (create_backup_selection, get_backup_selection, delete_backup_selection, list_backup_selections):
        setattr(BackupResponse, operation.__name__, operation)
