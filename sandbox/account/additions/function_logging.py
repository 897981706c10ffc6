"""Where functions log to: kept and answered."""

from typing import Any

from moto.awslambda.models import LambdaFunction


def install() -> None:
    create = LambdaFunction.__init__
    get = LambdaFunction.get_configuration
    update = LambdaFunction.update_configuration

    def created(self: Any, account_id: str, spec: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        create(self, account_id, spec, *args, **kwargs)
        self.sandbox_logging = spec.get("LoggingConfig") or {}

    def configuration(self: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        kept = {
            "LogFormat": "Text",
            "LogGroup": f"/aws/lambda/{self.function_name}",
            **self.sandbox_logging,
        }
        return {**get(self, *args, **kwargs), "LoggingConfig": kept}

    def updated(self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
        self.sandbox_logging = config_updates.get("LoggingConfig", self.sandbox_logging)
        return update(self, config_updates)

    LambdaFunction.__init__ = created
    LambdaFunction.get_configuration = configuration
    LambdaFunction.update_configuration = updated
