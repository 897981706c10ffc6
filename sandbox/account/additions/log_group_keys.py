"""The key of a log group that is there, which moto takes at its making alone."""

from typing import Any

from moto.logs.exceptions import ResourceNotFoundException
from moto.logs.responses import LogsResponse


def install() -> None:
    # https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html
    LogsResponse.associate_kms_key = lambda self: give(self, self._get_param("kmsKeyId"))
    LogsResponse.disassociate_kms_key = lambda self: give(self, None)


def give(response: Any, key: str | None) -> str:
    group = response.logs_backend.groups.get(response._get_param("logGroupName"))
    if group is None:
        raise ResourceNotFoundException()
    group.kms_key_id = key
    return ""
