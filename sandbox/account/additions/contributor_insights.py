"""Contributor insights of tables and their indexes: kept and answered, nothing is counted."""

from typing import Any

from moto.core.responses import ActionResult
from moto.dynamodb.responses import DynamoHandler


def insights(response: Any) -> dict[str | None, dict[str, Any]]:
    """Those of the table that the request names, by name of the index, and None for its own."""
    table = response.dynamodb_backend.get_table(response.body["TableName"])
    if not hasattr(table, "sandbox_insights"):
        table.sandbox_insights = {}
    return table.sandbox_insights


def answer(response: Any) -> ActionResult:
    named = {name: response.body[name] for name in ("TableName", "IndexName") if name in response.body}
    kept = insights(response).get(response.body.get("IndexName"), {"ContributorInsightsStatus": "DISABLED"})
    return ActionResult({**named, **kept})


def update_contributor_insights(self: Any) -> ActionResult:
    enabled = self.body["ContributorInsightsAction"] == "ENABLE"
    insights(self)[self.body.get("IndexName")] = {
        "ContributorInsightsStatus": "ENABLED" if enabled else "DISABLED",
        "ContributorInsightsMode": self.body.get("ContributorInsightsMode", "ACCESSED_AND_THROTTLED_KEYS"),
    }
    return answer(self)


def install() -> None:
    DynamoHandler.update_contributor_insights = update_contributor_insights
    DynamoHandler.describe_contributor_insights = answer
