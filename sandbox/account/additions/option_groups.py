"""DescribeOptionGroups without a name, and the default:<engine>-<version> groups."""

import re
from typing import Any

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

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

    RDSResponse.describe_option_groups = describe_option_groups
