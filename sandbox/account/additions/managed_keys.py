"""Keys of AWS: moto makes them when an alias of theirs is first used, and calls them customers' keys."""

from moto.kms.models import KmsBackend


def install() -> None:
    generate = KmsBackend._generate_default_keys

    def generated(self: KmsBackend, alias_name: str) -> str | None:
        key_id = generate(self, alias_name)
        if key_id is not None:
            self.keys[key_id].key_manager = "AWS"
        return key_id

    KmsBackend._generate_default_keys = generated
