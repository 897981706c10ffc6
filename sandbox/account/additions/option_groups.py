"""DescribeOptionGroups without a name, the default:<engine>-<version> groups, and groups of versions that moto lacks."""

import re
from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse

# Engines that AWS has and moto lacks, with a group of another that it has.
OTHERS = {"db2-ae": ("oracle-ee", "19"), "db2-se": ("oracle-ee", "19")}
# Versions that AWS has and moto lacks, with one that it has.
NEWER = {
    ("mysql", "8.4"): "8.0",
    ("mariadb", "10.11"): "10.6",
    ("mariadb", "11.4"): "10.6",
    ("mariadb", "11.8"): "10.6",
    **{(f"sqlserver-{edition}", "16.00"): "15.00" for edition in ("ee", "se", "ex", "web")},
}
DEFAULT = re.compile(r"default:(?P<engine>[a-z0-9-]+?)-(?P<version>\d[\d-]*)")


def default_group(name: str) -> dict[str, Any] | None:
    match = DEFAULT.fullmatch(name)
    if match is None:
        return None
    return {
        "OptionGroupName": name,
        "OptionGroupDescription": f"Default option group for {match['engine']} {match['version'].replace('-', '.')}",
        "EngineName": match["engine"],
        "MajorEngineVersion": match["version"].replace("-", "."),
        "Options": [],
        "AllowsVpcAndNonVpcInstanceMemberships": True,
    }


def install() -> None:
    describe = RDSResponse.describe_option_groups

    def describe_option_groups(self: Any) -> ActionResult:
        name = self.params.get("OptionGroupName")
        if name is None:
            return ActionResult({"OptionGroupsList": list(self.backend.option_groups.values())})
        default = default_group(name)
        if default is not None:
            return ActionResult({"OptionGroupsList": [default]})
        return describe(self)

    create = RDSBackend.create_option_group

    def create_option_group(self: RDSBackend, asked: dict[str, Any]) -> Any:
        engine, version = asked["engine_name"], asked["major_engine_version"]
        known = OTHERS.get(engine, (engine, NEWER.get((engine, version), version)))
        group = create(self, {**asked, "engine_name": known[0], "major_engine_version": known[1]})
        group.engine_name, group.major_engine_version = engine, version
        return group

    RDSResponse.describe_option_groups = describe_option_groups
    RDSBackend.create_option_group = create_option_group
