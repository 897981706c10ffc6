"""Secrets that a service manages: the service rotates them every seven days, which moto does not say of them."""

from typing import Any

from moto.secretsmanager.models import FakeSecret, SecretsManagerBackend


def install() -> None:
    create = SecretsManagerBackend.create_managed_secret

    def created(self: SecretsManagerBackend, *args: Any, **kwargs: Any) -> FakeSecret:
        secret = create(self, *args, **kwargs)
        secret.rotation_requested = secret.rotation_enabled = True
        secret.auto_rotate_after_days = 7
        return secret

    SecretsManagerBackend.create_managed_secret = created
