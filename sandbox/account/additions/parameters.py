"""Parameters say where they come from, can be asked for by source and can be reset."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import DBClusterParameterGroup, DBParameterGroup
from moto.rds.responses import RDSResponse


def remember_source(model: Any, method: str) -> None:
    update = getattr(model, method)

    def updated(self: Any, new_parameters: Any) -> None:
        update(self, [{**parameter, "Source": "user"} for parameter in new_parameters])

    setattr(model, method, updated)


def with_source(parameters: Any, source: str | None) -> list[dict[str, Any]]:
    return [parameter for parameter in parameters if source is None or parameter.get("Source") == source]


def reset(group: Any, params: Any) -> None:
    if params.get("ResetAllParameters"):
        group.parameters.clear()
        return
    for parameter in params.get("Parameters", []):
        group.parameters.pop(parameter.original_dict()["ParameterName"], None)


def install() -> None:
    remember_source(DBParameterGroup, "update_parameters")
    remember_source(DBClusterParameterGroup, "update_cluster_parameters")

    describe, describe_cluster = RDSResponse.describe_db_parameters, RDSResponse.describe_db_cluster_parameters

    def filtered(ask: Any) -> Any:
        def answer(self: Any) -> ActionResult:
            parameters = ask(self).result["Parameters"]
            return ActionResult({"Parameters": with_source(parameters, self.params.get("Source"))})

        return answer

    RDSResponse.describe_db_parameters = filtered(describe)
    RDSResponse.describe_db_cluster_parameters = filtered(describe_cluster)

    def reset_db_parameter_group(self: Any) -> ActionResult:
        name = self.params.get("DBParameterGroupName")
        group = self.backend.describe_db_parameter_groups({"db_parameter_group_name": name})[0]
        reset(group, self.params)
        return ActionResult({"DBParameterGroupName": name})

    def reset_db_cluster_parameter_group(self: Any) -> ActionResult:
        name = self.params.get("DBClusterParameterGroupName")
        reset(self.backend.describe_db_cluster_parameter_groups(name)[0], self.params)
        return ActionResult({"DBClusterParameterGroupName": name})

    RDSResponse.reset_db_parameter_group = reset_db_parameter_group
    RDSResponse.reset_db_cluster_parameter_group = reset_db_cluster_parameter_group
