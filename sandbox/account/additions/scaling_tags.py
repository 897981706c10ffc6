"""Tags of scalable targets, without which the provider asks for them again and again."""

import json
from typing import Any

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse


def tags(response: Any, asked: dict[str, Any]) -> dict[str, str]:
    kept = response.applicationautoscaling_backend.__dict__.setdefault("sandbox_tags", {})
    return kept.setdefault(asked["ResourceARN"], {})


def list_tags_for_resource(self: Any) -> str:
    return json.dumps({"Tags": tags(self, json.loads(self.body))})


def tag_resource(self: Any) -> str:
    asked = json.loads(self.body)
    tags(self, asked).update(asked["Tags"])
    return "{}"


def untag_resource(self: Any) -> str:
    asked = json.loads(self.body)
    for key in asked["TagKeys"]:
        tags(self, asked).pop(key, None)
    return "{}"


def install() -> None:
    for operation in (list_tags_for_resource, tag_resource, untag_resource):
        setattr(ApplicationAutoScalingResponse, operation.__name__, operation)
