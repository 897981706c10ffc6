"""Global clusters can be changed."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

CHANGES = {"DeletionProtection": "deletion_protection", "EngineVersion": "engine_version"}


def modify_global_cluster(self: Any) -> ActionResult:
    cluster = self.global_backend.global_clusters[self.params["GlobalClusterIdentifier"]]
    for sent, kept in CHANGES.items():
        if sent in self.params:
            setattr(cluster, kept, self.params[sent])
    return ActionResult({"GlobalCluster": cluster})


def install() -> None:
    RDSResponse.modify_global_cluster = modify_global_cluster
