"""A cluster knows its members, where moto goes through all databases for each of its attributes."""

from typing import Any

from moto.rds.models import DBCluster, DBInstanceClustered, RDSBackend
from moto.utilities.utils import CaseInsensitiveDict


class Databases(CaseInsensitiveDict):
    """Those of an account and region, and which of them are in which cluster."""

    members: dict[str, list[DBInstanceClustered]] | None = None

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self.members = None

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self.members = None

    def of(self, cluster: str) -> list[DBInstanceClustered]:
        members = self.members
        if members is None:
            members = {}
            for database in list(self.values()):
                if isinstance(database, DBInstanceClustered):
                    members.setdefault(database.db_cluster_identifier, []).append(database)
            self.members = members
        return list(members.get(cluster, []))


def install() -> None:
    create = RDSBackend.__init__

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **kwargs)
        self.databases = Databases(self.databases)

    RDSBackend.__init__ = created
    DBCluster._members = property(lambda self: self.backend.databases.of(self.resource_id))
