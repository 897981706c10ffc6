"""Copies of snapshots say of what, automated ones of a cluster go with it, and clusters restore by ARN as well."""

from typing import Any

from moto.rds.models import RDSBackend


def install() -> None:
    copy, delete_cluster = RDSBackend.copy_db_snapshot, RDSBackend.delete_db_cluster

    def copied(self: Any, **asked: Any) -> Any:
        snapshot = copy(self, **asked)
        source = self.get_db_snapshot(asked["source_db_snapshot_identifier"])
        snapshot.source_db_snapshot_identifier = source.db_snapshot_arn
        return snapshot

    def cluster_deleted(self: Any, cluster_identifier: str, *args: Any, **kwargs: Any) -> Any:
        cluster = delete_cluster(self, cluster_identifier, *args, **kwargs)
        for identifier, snapshot in list(self.cluster_snapshots.items()):
            own = snapshot.db_cluster_identifier == cluster.db_cluster_identifier
            if own and snapshot.snapshot_type == "automated":
                del self.cluster_snapshots[identifier]
        return cluster

    restore_cluster = RDSBackend.restore_db_cluster_from_snapshot

    def cluster_restored(self: Any, from_snapshot_id: str, overrides: dict[str, Any]) -> Any:
        identifier = from_snapshot_id.split(":")[-1]
        if identifier in self.cluster_snapshots:
            # Where RDS manages the password moto keeps none, and looks for it.
            vars(self.cluster_snapshots[identifier].cluster).setdefault("_master_user_password", None)
        return restore_cluster(self, identifier, overrides)

    RDSBackend.restore_db_cluster_from_snapshot = cluster_restored
    RDSBackend.copy_db_snapshot, RDSBackend.delete_db_cluster = copied, cluster_deleted
