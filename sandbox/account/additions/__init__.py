"""What the account needs beyond moto: each module adds or mends one thing by replacing methods of moto's classes."""

from . import (
    backup_selections,
    default_groups,
    denial,
    engine_versions,
    instances,
    managed_keys,
    option_groups,
    parameters,
)


def install() -> None:
    denial.install()
    engine_versions.install()
    managed_keys.install()
    instances.install()
    default_groups.install()
    parameters.install()
    option_groups.install()
    backup_selections.install()
