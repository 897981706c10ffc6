"""DescribeDBEngineVersions, and the choice of a full version where a program gives a major one or none."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import DBCluster, DBInstance
from moto.rds.responses import RDSResponse

# Newest minor version of each major one, newest major last.
VERSIONS = {
    "postgres": ["13.22", "14.19", "15.14", "16.10", "17.6"],
    "mysql": ["8.0.43", "8.4.6"],
    "mariadb": ["10.6.22", "10.11.13", "11.4.7", "11.8.3"],
    "aurora-postgresql": ["14.18", "15.13", "16.9", "17.5"],
    "aurora-mysql": ["8.0.mysql_aurora.3.08.2", "8.0.mysql_aurora.3.10.1"],
    "oracle-ee": ["19.0.0.0.ru-2025-07.rur-2025-07.r1"],
    "oracle-se2": ["19.0.0.0.ru-2025-07.rur-2025-07.r1"],
    "db2-ae": ["11.5.9.0.sb00063198.r1", "12.1.2.0.sb00066667.r1"],
    "db2-se": ["11.5.9.0.sb00063198.r1", "12.1.2.0.sb00066667.r1"],
    "sqlserver-ee": ["15.00.4435.7.v1", "16.00.4205.1.v1"],
    "sqlserver-ex": ["15.00.4435.7.v1", "16.00.4205.1.v1"],
    "sqlserver-se": ["15.00.4435.7.v1", "16.00.4205.1.v1"],
    "sqlserver-web": ["15.00.4435.7.v1", "16.00.4205.1.v1"],
}

LOG_TYPES = {
    "postgres": ["postgresql", "upgrade", "iam-db-auth-error"],
    "mysql": ["audit", "error", "general", "iam-db-auth-error", "slowquery"],
    "mariadb": ["audit", "error", "general", "iam-db-auth-error", "slowquery"],
    "aurora-postgresql": ["postgresql", "instance", "iam-db-auth-error"],
    "aurora-mysql": ["audit", "error", "general", "iam-db-auth-error", "instance", "slowquery"],
    "oracle": ["alert", "audit", "listener", "oemagent", "trace"],
    "sqlserver": ["agent", "error"],
    "db2": ["diag.log", "notify.log", "iam-db-auth-error"],
}


def family(engine: str, version: str) -> str:
    """The parameter group family, such as postgres16, mysql8.4, aurora-mysql8.0, sqlserver-ex-16.0."""
    parts = version.split(".")
    if engine in ("postgres", "aurora-postgresql"):
        return f"{engine}{parts[0]}"
    if engine.startswith("oracle"):
        return f"{engine}-{parts[0]}"
    if engine.startswith("sqlserver"):
        return f"{engine}-{int(parts[0])}.0"
    if engine.startswith("db2"):
        return f"{engine}-{'.'.join(parts[:2])}"
    return f"{engine}{'.'.join(parts[:2])}"


def resolve(engine: str, version: str | None) -> str | None:
    """The newest full version that `version` stands for; `version` itself where it is full or unknown."""
    known = VERSIONS.get(engine)
    if known is None:
        return version
    if not version:
        return known[-1]
    matching = [full for full in known if full.startswith(f"{version}.")]
    return matching[-1] if matching else version


def describe(engine: str, version: str) -> dict[str, Any]:
    logs = LOG_TYPES.get(engine) or LOG_TYPES.get(engine.split("-")[0], [])
    return {
        "Engine": engine,
        "EngineVersion": version,
        "MajorEngineVersion": family(engine, version).removeprefix(engine).lstrip("-"),
        "DBParameterGroupFamily": family(engine, version),
        "DBEngineDescription": engine,
        "DBEngineVersionDescription": f"{engine} {version}",
        "ExportableLogTypes": logs,
        "SupportsLogExportsToCloudwatchLogs": bool(logs),
        "SupportsReadReplica": not engine.startswith("sqlserver-ex"),
        "SupportedEngineModes": ["provisioned"],
        "SupportedFeatureNames": [],
        "ValidUpgradeTarget": [],
        "Status": "available",
    }


def describe_db_engine_versions(self: Any) -> ActionResult:
    wanted_engine = self.params.get("Engine")
    wanted_version = self.params.get("EngineVersion")
    wanted_family = self.params.get("DBParameterGroupFamily")
    newest_only = self.params.get("DefaultOnly")
    answer = []
    for engine, versions in VERSIONS.items():
        if wanted_engine and engine != wanted_engine:
            continue
        if wanted_version:
            versions = [resolve(engine, wanted_version)]
        elif newest_only:
            versions = versions[-1:]
        answer += [describe(engine, version) for version in versions]
    if wanted_family:
        answer = [entry for entry in answer if entry["DBParameterGroupFamily"] == wanted_family]
    return ActionResult({"DBEngineVersions": answer})


def default_parameter_group(self: Any) -> tuple[str, str]:
    name = family(self.engine.lower(), self.engine_version)
    return name, f"default.{name}"


def install() -> None:
    RDSResponse.describe_db_engine_versions = describe_db_engine_versions
    DBInstance.default_db_parameter_group_details = default_parameter_group
    for model in (DBInstance, DBCluster):
        choose_version(model)


def choose_version(model: Any) -> None:
    create = model.__init__

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        kwargs["engine_version"] = resolve(kwargs.get("engine", ""), kwargs.get("engine_version"))
        create(self, *args, **kwargs)

    model.__init__ = __init__
