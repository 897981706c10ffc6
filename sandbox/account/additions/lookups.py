"""What moto finds out anew on each call, and is the same each time, it finds out once."""

from functools import cache
from typing import Any

from moto import backends
from moto.core import responses
from moto.core.serialize import XFormedAttributePicker


def install() -> None:
    # Whose names are the names of hosts: 180 folders, looked at on the disk.
    services = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: services
    responses.method_names_from_class = cache(responses.method_names_from_class)

    find_keys = XFormedAttributePicker.get_possible_keys
    known: dict[tuple[Any, ...], tuple[str, ...]] = {}

    def possible_keys(self: Any, context: Any) -> tuple[str, ...]:
        """The names under which an attribute of an answer may be kept: those of a class and a place in the answer."""
        about = (type(context.obj), context.shape, context.key)
        keys = known.get(about)
        if keys is None:
            keys = known[about] = tuple(find_keys(self, context))
        return keys

    XFormedAttributePicker.get_possible_keys = possible_keys
