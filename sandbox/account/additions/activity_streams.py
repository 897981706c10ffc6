"""Activity streams of clusters: the state, and the Kinesis stream that AWS makes for them. Nothing is written to it."""

from typing import Any

from moto.core.responses import ActionResult
from moto.kinesis.models import kinesis_backends
from moto.rds.models import DBCluster
from moto.rds.responses import RDSResponse


def cluster_of(response: Any) -> Any:
    return response.backend.describe_db_clusters(response.params["ResourceArn"].split(":")[-1])[0]


def streams(response: Any) -> Any:
    return kinesis_backends[response.current_account][response.region]


def start_activity_stream(self: Any) -> ActionResult:
    cluster = cluster_of(self)
    name = f"aws-rds-das-{cluster.db_cluster_resource_id}"
    cluster.activity_stream_status = "started"
    cluster.activity_stream_mode = self.params["Mode"]
    self.backend._validate_kms_key(self.params["KmsKeyId"])
    cluster.activity_stream_kms_key_id = self.params["KmsKeyId"]
    cluster.activity_stream_kinesis_stream_name = name
    streams(self).create_stream(name, shard_count=1)
    return ActionResult(
        {
            "KmsKeyId": cluster.activity_stream_kms_key_id,
            "KinesisStreamName": name,
            "Status": "started",
            "Mode": cluster.activity_stream_mode,
            "ApplyImmediately": True,
        }
    )


def stop_activity_stream(self: Any) -> ActionResult:
    cluster = cluster_of(self)
    name, key = cluster.activity_stream_kinesis_stream_name, cluster.activity_stream_kms_key_id
    streams(self).delete_stream(None, name)
    stopped(cluster)
    return ActionResult({"KmsKeyId": key, "KinesisStreamName": name, "Status": "stopped"})


def stopped(cluster: Any) -> None:
    cluster.activity_stream_status = "stopped"
    cluster.activity_stream_mode = None
    cluster.activity_stream_kms_key_id = None
    cluster.activity_stream_kinesis_stream_name = None


def install() -> None:
    create = DBCluster.__init__

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **kwargs)
        stopped(self)

    DBCluster.__init__ = created
    RDSResponse.start_activity_stream = start_activity_stream
    RDSResponse.stop_activity_stream = stop_activity_stream
