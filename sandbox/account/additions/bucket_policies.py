"""Bucket policies whose statements are about TLS: moto takes no notice of a condition, and would deny everybody."""

import json
import threading
from typing import Any

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response

connection = threading.local()


def is_met(condition: dict[str, Any], is_secure: bool) -> bool:
    """Whether a statement is about such a connection; of other conditions moto decides."""
    wanted = condition.get("Bool", {}).get("aws:SecureTransport")
    return wanted is None or str(wanted).lower() == str(is_secure).lower()


def statements_for(policy: dict[str, Any], is_secure: bool) -> list[dict[str, Any]]:
    said = policy.get("Statement", [])
    statements = said if isinstance(said, list) else [said]
    return [
        {**statement, "Condition": others(statement["Condition"])} if "Condition" in statement else statement
        for statement in statements
        if is_met(statement.get("Condition", {}), is_secure)
    ]


def others(condition: dict[str, Any]) -> dict[str, Any]:
    """The conditions that moto itself may know."""
    return {operator: keys for operator, keys in condition.items() if "aws:SecureTransport" not in keys}


def install() -> None:
    setup = S3Response.setup_class

    def setup_class(self: Any, request: Any, full_url: str | None = None, *args: Any, **kwargs: Any) -> None:
        connection.is_secure = (full_url or request.raw_url).startswith("https://")
        setup(self, request, full_url, *args, **kwargs)

    def get_permission(self: Any, action: str, resource: str) -> Any:
        if self.policy is None:
            return PermissionResult.NEUTRAL
        policy = json.loads(self.policy.decode())
        statements = statements_for(policy, getattr(connection, "is_secure", True))
        return IAMPolicy(json.dumps({**policy, "Statement": statements})).is_action_permitted(action, resource)

    S3Response.setup_class = setup_class
    FakeBucket.get_permission = get_permission
