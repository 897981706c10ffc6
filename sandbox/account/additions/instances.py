"""What moto forgets about instances and clusters."""

import copy
import random
import string
from typing import Any

from moto.rds.models import DBCluster, DBInstance, RDSBackend

from .engine_versions import family

# From the names of the requests to the names of the answers.
REMEMBERED = {
    "enable_performance_insights": "performance_insights_enabled",
    "performance_insights_kms_key_id": "performance_insights_kms_key_id",
    "performance_insights_retention_period": "performance_insights_retention_period",
    "database_insights_mode": "database_insights_mode",
    "dedicated_log_volume": "dedicated_log_volume",
    "engine_lifecycle_support": "engine_lifecycle_support",
    "network_type": "network_type",
}


def resource_id() -> str:
    return "db-" + "".join(random.choices(string.ascii_uppercase + string.digits, k=26))


def remember(database: Any, kwargs: dict[str, Any]) -> None:
    for sent, answered in REMEMBERED.items():
        if kwargs.get(sent) is not None:
            setattr(database, answered, kwargs[sent])
    if not database.performance_insights_enabled:
        database.performance_insights_kms_key_id = None
        database.performance_insights_retention_period = None
        return
    if database.performance_insights_retention_period is None:
        database.performance_insights_retention_period = 7
    database.performance_insights_kms_key_id = key_arn(database.backend, database.performance_insights_kms_key_id)


def key_arn(backend: Any, key: str | None) -> str:
    """The ARN that AWS answers for a key given by id, alias or ARN; RDS's own key where none is given."""
    wanted = "alias/aws/rds" if key in (None, "default_kms_key_id") else key
    return backend._validate_kms_key(wanted)


def next_zone(member: Any) -> str:
    """Where Aurora puts a member that names no zone: beside as few others as it can, in a zone of its subnets."""
    cluster = member.backend.clusters[member.db_cluster_identifier]
    group = member.backend.subnet_groups.get(cluster.db_subnet_group_name)
    zones = sorted({subnet["SubnetAvailabilityZone"]["Name"] for subnet in group.subnets}) if group else cluster.availability_zones
    taken = [other.availability_zone for other in cluster._members]
    return min(zones, key=taken.count)


def set_defaults(database: Any) -> None:
    database.performance_insights_enabled = False
    database.performance_insights_kms_key_id = None
    database.performance_insights_retention_period = None
    database.database_insights_mode = "standard"
    database.engine_lifecycle_support = "open-source-rds-extended-support"
    database.network_type = getattr(database, "network_type", None) or "IPV4"


def exported_logs(cluster: Any, changes: dict[str, Any]) -> list[str]:
    change = changes.get("cloudwatch_logs_export_configuration") or {}
    disabled = change.get("DisableLogTypes", [])
    kept = [log for log in cluster.enabled_cloudwatch_logs_exports if log not in disabled]
    return kept + [log for log in change.get("EnableLogTypes", []) if log not in kept]


def install() -> None:
    create_instance, update_instance = DBInstance.__init__, DBInstance.update

    def instance_created(self: Any, *args: Any, **kwargs: Any) -> None:
        create_instance(self, *args, **kwargs)
        if self.db_cluster_identifier is not None and not kwargs.get("availability_zone"):
            self.availability_zone = next_zone(self)
        self.dbi_resource_id = resource_id()
        self.publicly_accessible = bool(self.publicly_accessible)
        if self.ca_certificate_identifier == "rds-ca-default":
            self.ca_certificate_identifier = "rds-ca-rsa2048-g1"
        if self.db_cluster_identifier is None and self.storage_encrypted:
            self.kms_key_id = key_arn(self.backend, self.kms_key_id)
        set_defaults(self)
        remember(self, kwargs)

    def instance_updated(self: Any, *args: Any, **kwargs: Any) -> None:
        update_instance(self, *args, **kwargs)
        remember(self, kwargs)

    DBInstance.__init__, DBInstance.update = instance_created, instance_updated

    create_cluster, modify_cluster = DBCluster.__init__, RDSBackend.modify_db_cluster

    def cluster_created(self: Any, *args: Any, **kwargs: Any) -> None:
        # moto refuses it to Multi-AZ DB clusters, which have it.
        iam = kwargs.pop("enable_iam_database_authentication", False)
        create_cluster(self, *args, **kwargs)
        self.iam_auth = iam
        if self.storage_encrypted:
            self.kms_key_id = key_arn(self.backend, self.kms_key_id)
        else:
            self.kms_key_id = None
        if not kwargs.get("db_cluster_parameter_group_name"):
            self.parameter_group = f"default.{family(self.engine, self.engine_version)}"
        set_defaults(self)
        remember(self, kwargs)

    def cluster_modified(self: Any, kwargs: dict[str, Any]) -> Any:
        changes = dict(kwargs)
        cluster = modify_cluster(self, kwargs)
        # moto answers with a copy; the state is in its own table.
        for database in (self.clusters[cluster.db_cluster_identifier], cluster):
            remember(database, changes)
            if changes.get("enable_iam_database_authentication") is not None:
                database.iam_auth = changes["enable_iam_database_authentication"]
            database.enabled_cloudwatch_logs_exports = exported_logs(database, changes)
        return cluster

    DBCluster.__init__, RDSBackend.modify_db_cluster = cluster_created, cluster_modified

    # AWS names scaling of serverless v1 only for clusters that have it.
    scaling = DBCluster.scaling_configuration_info.fget
    DBCluster.scaling_configuration_info = property(lambda self: scaling(self) if self.scaling_configuration else None)

    create_replica = RDSBackend.create_db_instance_read_replica

    def replica_created(self: Any, db_kwargs: dict[str, Any]) -> Any:
        if db_kwargs["source_db_instance_identifier"].startswith("arn:"):
            # First, as what is named after it is looked for in its region.
            db_kwargs = {"backend": self, **db_kwargs}
        replica = create_replica(self, db_kwargs)
        replica.dbi_resource_id = resource_id()
        replica.multi_az = bool(db_kwargs.get("MultiAZ"))
        replica.enabled_cloudwatch_logs_exports = copy.copy(replica.enabled_cloudwatch_logs_exports)
        return replica

    RDSBackend.create_db_instance_read_replica = replica_created
