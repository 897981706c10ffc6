"""Clusters and snapshots come in pages, as instances do."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult, PaginatedResult
from moto.core.utils import get_pagination_model
from moto.rds.responses import RDSResponse

# What names an entry, for the marker of the next page.
LISTS = {
    "DescribeDBClusters": ("describe_db_clusters", "db_cluster_identifier"),
    "DescribeDBSnapshots": ("describe_db_snapshots", "db_snapshot_identifier"),
    "DescribeDBClusterSnapshots": ("describe_db_cluster_snapshots", "db_cluster_snapshot_identifier"),
}


def paged(describe: Callable[[Any], ActionResult]) -> Callable[[Any], ActionResult]:
    return lambda response: PaginatedResult(describe(response).result)


def install() -> None:
    model = get_pagination_model("rds")
    for operation, (method, name) in LISTS.items():
        model[operation]["unique_attribute"] = name
        setattr(RDSResponse, method, paged(getattr(RDSResponse, method)))
