"""Denies, throttles or leaves without an answer the calls that are chosen, so that tests can see what that does."""

import random
import time
from typing import Any

from denied_calls import denied_calls, is_denied, is_silent, throttled_percentage
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse, get_service_model

# Of the actions of IAM, where it is not what boto3 calls the service.
PREFIXES = {"resourcegroupstaggingapi": "tag"}


class Denial(ServiceException):
    # moto looks for the error's shape in the service that the exception's module belongs to; a module outside of moto
    # gets a plain error shape.
    pass


def error(service: str, action: str, region: str, protocol: str, account: str) -> Denial:
    user = f"arn:aws:iam::{account}:user/sandbox"
    message = f"User: {user} is not authorized to perform: {service}:{action} in {region} because the sandbox denies it"
    if protocol == "ec2":
        return Denial("UnauthorizedOperation", f"You are not authorized to perform this operation. {message}")
    return Denial("AccessDenied" if protocol in ("query", "rest-xml") else "AccessDeniedException", message)


def refusal(
    calls: set[str], service: str, action: str, region: str, protocol: str, account: str, entered: str
) -> Denial | None:
    if is_denied(calls, service, action, region) or is_denied(calls, service, action, entered):
        return error(service, action, region, protocol, account)
    if random.randrange(100) < throttled_percentage(calls):
        # https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
        return Denial("RequestLimitExceeded" if protocol == "ec2" else "ThrottlingException", "Rate exceeded")
    return None


def entered(response: Any, action: str) -> str:
    """The account whose role is assumed, as nobody is in it yet; "" for every other call."""
    role = response._get_param("RoleArn") if action == "AssumeRole" else None
    return role.split(":")[4] if role else ""


def install() -> None:
    proceed = BaseResponse.call_action

    def call_action(self: Any) -> Any:
        calls = denied_calls()
        service = self.boto3_service_name
        prefix = PREFIXES.get(service, service)
        action = self._get_action() if calls else None
        if not action:
            return proceed(self)
        if is_silent(calls, self.region):
            # Longer than any client waits; the thread ends with the process.
            time.sleep(3600)
        protocol = get_service_model(service).metadata["protocol"]
        account = self.current_account
        denial = refusal(calls, prefix, action, self.region, protocol, account, entered(self, action) or account)
        if denial is None:
            return proceed(self)
        _, headers, body = self.serialized(ActionResult(denial))
        status = 400 if "json" in protocol else 403
        headers["status"] = str(status)
        return status, headers, body

    BaseResponse.call_action = call_action
