"""Kinesis streams as destinations of tables: kept and answered, nothing is written to them."""

from typing import Any

from moto.core.responses import ActionResult
from moto.dynamodb.responses import DynamoHandler


def destinations(response: Any) -> dict[str, dict[str, Any]]:
    """Those of the table that the request names, by ARN of the stream."""
    table = response.dynamodb_backend.get_table(response.body["TableName"])
    if not hasattr(table, "sandbox_destinations"):
        table.sandbox_destinations = {}
    return table.sandbox_destinations


def change(response: Any, status: str) -> ActionResult:
    stream = response.body["StreamArn"]
    settings = response.body.get("EnableKinesisStreamingConfiguration") or {}
    destinations(response)[stream] = {
        "StreamArn": stream,
        "DestinationStatus": status,
        "ApproximateCreationDateTimePrecision": settings.get("ApproximateCreationDateTimePrecision", "MILLISECOND"),
    }
    return ActionResult(
        {"TableName": response.body["TableName"], "StreamArn": stream, "DestinationStatus": status}
    )


def enable_kinesis_streaming_destination(self: Any) -> ActionResult:
    return change(self, "ACTIVE")


def disable_kinesis_streaming_destination(self: Any) -> ActionResult:
    return change(self, "DISABLED")


def describe_kinesis_streaming_destination(self: Any) -> ActionResult:
    return ActionResult(
        {
            "TableName": self.body["TableName"],
            "KinesisDataStreamDestinations": list(destinations(self).values()),
        }
    )


def install() -> None:
    for operation in (
        enable_kinesis_streaming_destination,
        disable_kinesis_streaming_destination,
        describe_kinesis_streaming_destination,
    ):
        setattr(DynamoHandler, operation.__name__, operation)
