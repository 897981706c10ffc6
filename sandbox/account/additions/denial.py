"""Answers chosen calls with "access denied", so that tests can see what a missing permission does."""

from typing import Any

from denied_calls import denied_calls, is_denied
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult, BaseResponse, get_service_model


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


def install() -> None:
    proceed = BaseResponse.call_action

    def call_action(self: Any) -> Any:
        calls = denied_calls()
        service = self.boto3_service_name
        action = self._get_action() if calls else None
        if not action or not is_denied(calls, service, action, self.region):
            return proceed(self)
        protocol = get_service_model(service).metadata["protocol"]
        denial = error(service, action, self.region, protocol, self.current_account)
        _, headers, body = self.serialized(ActionResult(denial))
        status = 400 if "json" in protocol else 403
        headers["status"] = str(status)
        return status, headers, body

    BaseResponse.call_action = call_action
