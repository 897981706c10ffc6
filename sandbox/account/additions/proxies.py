"""Proxies can be changed, and remember how clients authenticate by default."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

CHANGES = {
    "NewDBProxyName": "db_proxy_name",
    "Auth": "auth",
    "RequireTLS": "require_tls",
    "IdleClientTimeout": "idle_client_timeout",
    "DebugLogging": "debug_logging",
    "RoleArn": "role_arn",
    "SecurityGroups": "vpc_security_group_ids",
    "DefaultAuthScheme": "default_auth_scheme",
}


def modify_db_proxy(self: Any) -> ActionResult:
    proxy = self.backend.describe_db_proxies(self.params["DBProxyName"])[0]
    for sent, kept in CHANGES.items():
        if sent in self.params:
            setattr(proxy, kept, self.params[sent])
    self.backend.db_proxies[proxy.db_proxy_name] = self.backend.db_proxies.pop(self.params["DBProxyName"])
    return ActionResult({"DBProxy": proxy})


def describe_db_proxy_endpoints(self: Any) -> ActionResult:
    # Nobody makes one beside the proxy's own, which is not among them.
    return ActionResult({"DBProxyEndpoints": []})


def install() -> None:
    create = RDSResponse.create_db_proxy

    def created(self: Any) -> ActionResult:
        # Not sent with a default scheme, and asked for by moto.
        self.params.setdefault("Auth", [])
        answer = create(self)
        proxy = self.backend.db_proxies[self.params["DBProxyName"]]
        proxy.default_auth_scheme = self.params.get("DefaultAuthScheme", "NONE")
        return answer

    RDSResponse.create_db_proxy = created
    RDSResponse.modify_db_proxy = modify_db_proxy
    RDSResponse.describe_db_proxy_endpoints = describe_db_proxy_endpoints
