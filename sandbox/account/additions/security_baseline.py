"""What a security team sees to before it hands an account over, as no program does: in every region GuardDuty is on, with
RDS protection."""

from datetime import datetime
from typing import Any

from moto.guardduty.models import Detector, GuardDutyBackend


def install() -> None:
    switch_on_guardduty()


def switch_on_guardduty() -> None:
    create, update = GuardDutyBackend.__init__, Detector.update

    def created(self: Any, region_name: str, account_id: str) -> None:
        create(self, region_name, account_id)
        detector = Detector(
            account_id=account_id,
            region_name=region_name,
            created_at=datetime.now(),
            finding_publish_freq="SIX_HOURS",
            enabled=True,
            datasources={},
            tags={},
            features=[{"name": "RDS_LOGIN_EVENTS", "status": "ENABLED"}],
        )
        self.detectors[detector.id] = detector

    def updated(self: Any, *args: Any, **kwargs: Any) -> None:
        # A change of one feature leaves the others as they are.
        before = {feature["name"]: feature for feature in self.features}
        update(self, *args, **kwargs)
        self.features = list({**before, **{feature["name"]: feature for feature in self.features}}.values())

    GuardDutyBackend.__init__, Detector.update = created, updated
