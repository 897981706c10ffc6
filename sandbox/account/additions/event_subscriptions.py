"""Event subscriptions can be changed, and are on unless somebody says otherwise."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import EventSubscription
from moto.rds.responses import RDSResponse

CHANGES = {
    "SnsTopicArn": "sns_topic_arn",
    "SourceType": "source_type",
    "EventCategories": "event_categories",
    "Enabled": "enabled",
}


def modify_event_subscription(self: Any) -> ActionResult:
    name = self.params["SubscriptionName"]
    subscription = self.backend.describe_event_subscriptions(name)[0]
    for sent, kept in CHANGES.items():
        if sent in self.params:
            setattr(subscription, kept, self.params[sent])
    return ActionResult({"EventSubscription": subscription})


def install() -> None:
    create = EventSubscription.__init__

    def created(self: Any, *args: Any, **kwargs: Any) -> None:
        create(self, *args, **{"enabled": True, **kwargs})

    EventSubscription.__init__ = created
    RDSResponse.modify_event_subscription = modify_event_subscription
