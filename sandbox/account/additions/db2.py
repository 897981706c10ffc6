"""Instances and option groups of Db2, which moto does not know."""

from moto.rds.models import DBInstance
from moto.rds.utils import DbInstanceEngine

EDITIONS = ("db2-ae", "db2-se")


def install() -> None:
    known = DbInstanceEngine.valid_db_instance_engine()
    DbInstanceEngine.valid_db_instance_engine = classmethod(lambda _: sorted([*known, *EDITIONS]))

    port, storage = DBInstance.default_port, DBInstance.default_allocated_storage

    def default_port(engine: str) -> int:
        return 50000 if engine in EDITIONS else port(engine)

    def default_allocated_storage(engine: str, storage_type: str) -> int:
        return storage("sqlserver-ee" if engine in EDITIONS else engine, storage_type)

    DBInstance.default_port = staticmethod(default_port)
    DBInstance.default_allocated_storage = staticmethod(default_allocated_storage)
