"""The days between two rotations of a key, which moto forgets."""

import json
from typing import Any

from moto.kms.responses import KmsResponse


def install() -> None:
    enable = KmsResponse.enable_key_rotation
    status = KmsResponse.get_key_rotation_status

    def enabled(self: Any) -> str:
        answer = enable(self)
        # https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
        key(self).sandbox_rotation_period = self._get_param("RotationPeriodInDays") or 365
        return answer

    def with_period(self: Any) -> str:
        answer = json.loads(status(self))
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(key(self), "sandbox_rotation_period", 365)
        return json.dumps(answer)

    KmsResponse.enable_key_rotation = enabled
    KmsResponse.get_key_rotation_status = with_period


def key(response: Any) -> Any:
    backend = response.kms_backend
    return backend.keys[backend.get_key_id(response._get_param("KeyId"))]
