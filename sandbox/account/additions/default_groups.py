"""Default parameter groups, default.<family>, which AWS makes on its own and moto does not know."""

from typing import Any

from moto.rds.models import DBClusterParameterGroup, DBParameterGroup, RDSBackend

PREFIX = "default."


def install() -> None:
    describe = RDSBackend.describe_db_parameter_groups

    def describe_groups(self: Any, kwargs: dict[str, Any]) -> Any:
        name = kwargs.get("db_parameter_group_name")
        if name and name.startswith(PREFIX) and name not in self.db_parameter_groups:
            self.db_parameter_groups[name] = DBParameterGroup(
                backend=self,
                db_parameter_group_name=name,
                db_parameter_group_family=name.removeprefix(PREFIX),
                description=f"Default parameter group for {name.removeprefix(PREFIX)}",
            )
        return describe(self, kwargs)

    RDSBackend.describe_db_parameter_groups = describe_groups

    describe_clusters = RDSBackend.describe_db_cluster_parameter_groups
    cluster_parameters = RDSBackend.describe_db_cluster_parameters

    def describe_cluster_groups(self: Any, group_name: str | None) -> Any:
        create_cluster_group(self, group_name)
        return describe_clusters(self, group_name)

    def describe_cluster_parameters(self: Any, db_cluster_parameter_group_name: str) -> Any:
        create_cluster_group(self, db_cluster_parameter_group_name)
        return cluster_parameters(self, db_cluster_parameter_group_name)

    RDSBackend.describe_db_cluster_parameter_groups = describe_cluster_groups
    RDSBackend.describe_db_cluster_parameters = describe_cluster_parameters


def create_cluster_group(backend: Any, name: str | None) -> None:
    if name and name.startswith(PREFIX) and name not in backend.db_cluster_parameter_groups:
        backend.db_cluster_parameter_groups[name] = DBClusterParameterGroup(
            backend=backend,
            db_cluster_parameter_group_name=name,
            db_parameter_group_family=name.removeprefix(PREFIX),
            description=f"Default cluster parameter group for {name.removeprefix(PREFIX)}",
        )
