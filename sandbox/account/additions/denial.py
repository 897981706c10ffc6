"""Answers chosen calls with "access denied", so that tests can see what a missing permission does.

SANDBOX_DENY holds calls as "rds:DescribeDBInstances,ec2:DescribeRouteTables"; SANDBOX_DENY_FILE names a file with the
same, one call a line or comma separated, which is read anew on each call. "@us-west-2" after a call limits it to that
region. Lines that start with # are comments.
"""

import os
import re
from typing import Any

from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse


def parse(text: str) -> set[str]:
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {entry.lower() for line in lines for entry in re.split(r"[,\s]+", line) if entry}


def denied_calls(environment: Any = os.environ) -> set[str]:
    calls = parse(environment.get("SANDBOX_DENY", ""))
    path = environment.get("SANDBOX_DENY_FILE")
    if path:
        try:
            with open(path) as file:
                calls |= parse(file.read())
        except FileNotFoundError:
            pass
    return calls


def is_denied(calls: set[str], service: str, action: str, region: str) -> bool:
    call = f"{service}:{action}".lower()
    return call in calls or f"{call}@{region}" in calls


def error(service: str, action: str, region: str, protocol: str, account: str) -> ServiceException:
    user = f"arn:aws:iam::{account}:user/sandbox"
    message = f"User: {user} is not authorized to perform: {service}:{action} in {region} because the sandbox denies it"
    if protocol == "ec2":
        return ServiceException("UnauthorizedOperation", f"You are not authorized to perform this operation. {message}")
    return ServiceException("AccessDenied" if protocol in ("query", "rest-xml") else "AccessDeniedException", message)


def install() -> None:
    proceed = BaseResponse.call_action

    def call_action(self: Any) -> Any:
        calls = denied_calls()
        service = self.boto3_service_name
        action = self._get_action() if calls else None
        if not action or not is_denied(calls, service, action, self.region):
            return proceed(self)
        from moto.core.utils import get_service_model

        protocol = get_service_model(service).metadata["protocol"]
        denial = error(service, action, self.region, protocol, self.current_account)
        _, headers, body = self.serialized(ActionResult(denial))
        status = 400 if "json" in protocol else 403
        headers["status"] = str(status)
        return status, headers, body

    BaseResponse.call_action = call_action
