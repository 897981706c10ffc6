"""The lock of a bucket that has objects, which moto refuses: S3 takes it since November 2023."""

from typing import Any

from moto.s3.exceptions import InvalidBucketState
from moto.s3.models import S3Backend


def install() -> None:
    def put_object_lock_configuration(
        self: Any,
        bucket_name: str,
        lock_enabled: bool,
        mode: str | None = None,
        days: int | None = None,
        years: int | None = None,
    ) -> None:
        # https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
        bucket = self.get_bucket(bucket_name)
        if bucket.versioning_status != "Enabled":
            raise InvalidBucketState("Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration")
        bucket.object_lock_enabled = bucket.object_lock_enabled or lock_enabled
        bucket.default_lock_mode = mode
        bucket.default_lock_days = days
        bucket.default_lock_years = years

    S3Backend.put_object_lock_configuration = put_object_lock_configuration
