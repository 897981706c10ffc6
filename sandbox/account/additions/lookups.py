"""What moto finds out anew on each call, and is the same each time, it finds out once."""

from functools import cache

from moto import backends
from moto.core import responses


def install() -> None:
    # Whose names are the names of hosts: 180 folders, looked at on the disk.
    services = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: services
    responses.method_names_from_class = cache(responses.method_names_from_class)
