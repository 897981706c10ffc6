"""Resource policies of the streams of tables: moto knows those of tables alone."""

from typing import Any

from moto.dynamodb.exceptions import ResourceNotFoundException
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import ResourcePolicy


def install() -> None:
    put = DynamoDBBackend.put_resource_policy
    get = DynamoDBBackend.get_resource_policy
    delete = DynamoDBBackend.delete_resource_policy

    def put_policy(self: Any, resource_arn: str, policy_doc: str, expected_revision_id: str | None) -> Any:
        if "/stream/" not in resource_arn:
            return put(self, resource_arn, policy_doc, expected_revision_id)
        if resource_arn.split("/")[1] not in self.tables:
            raise ResourceNotFoundException(table_name=resource_arn)
        policy = ResourcePolicy(resource_arn=resource_arn, policy_doc=policy_doc)
        self.resource_policies[resource_arn] = policy
        return policy

    def get_policy(self: Any, resource_arn: str) -> Any:
        return self.resource_policies[kept(self, resource_arn)] if "/stream/" in resource_arn else get(self, resource_arn)

    def delete_policy(self: Any, resource_arn: str, expected_revision_id: str | None) -> None:
        if "/stream/" in resource_arn:
            self.resource_policies.pop(kept(self, resource_arn))
        else:
            delete(self, resource_arn, expected_revision_id)

    DynamoDBBackend.put_resource_policy = put_policy
    DynamoDBBackend.get_resource_policy = get_policy
    DynamoDBBackend.delete_resource_policy = delete_policy


def kept(backend: Any, stream_arn: str) -> str:
    if stream_arn not in backend.resource_policies:
        raise ResourceNotFoundException(table_name=stream_arn)
    return stream_arn
