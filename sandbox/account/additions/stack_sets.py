"""
StackSets of an organization: moto forgets how they are deployed and managed, and of their instances the parameters, the
unit, and what a unit is to delete.
"""

from typing import Any

from moto.cloudformation.models import StackInstance, StackInstances, StackSet
from moto.cloudformation.responses import CloudFormationResponse
from moto.organizations.models import organizations_backends
from moto.utilities.utils import get_partition


def named(parameters: Any) -> dict[str, str]:
    if isinstance(parameters, list):
        return {each["ParameterKey"]: each["ParameterValue"] for each in parameters}
    return dict(parameters or {})


def unit_of(account: str, region: str) -> str | None:
    for backends in organizations_backends.values():
        for each in backends[get_partition(region)].accounts:
            if each.id == account:
                return each.parent_id
    return None


def flags(given: Any) -> dict[str, bool]:
    return {name: str(value).lower() == "true" for name, value in (given or {}).items()}


def install() -> None:
    create_set = CloudFormationResponse.create_stack_set
    create = StackInstances.create_instances
    describe = StackInstance.to_dict
    delete = StackSet.delete_stack_instances

    def create_stack_set(self: Any) -> Any:
        result = create_set(self)
        made = self.cloudformation_backend.describe_stack_set(self._get_param("StackSetName"))
        made.auto_deployment = flags(self._get_params().get("AutoDeployment")) or None
        made.managed = flags(self._get_params().get("ManagedExecution"))
        return result

    def create_instances(
        self: Any, accounts: Any, regions: Any, parameters: Any, deployment_targets: Any, permission_model: str
    ) -> Any:
        if permission_model == "SERVICE_MANAGED":
            parameters = {**named(self.parameters), **named(parameters)}
        return create(self, accounts, regions, parameters, deployment_targets or {}, permission_model)

    def to_dict(self: Any) -> dict[str, Any]:
        described = {**describe(self), "ParameterOverrides": []}
        if self.permission_model == "SERVICE_MANAGED":
            described["OrganizationalUnitId"] = unit_of(self.account_id, self.region_name)
        return described

    def delete_stack_instances(self: Any, accounts: list[str], regions: list[str]) -> None:
        everywhere = [instance.account_id for instance in self.stack_instances]
        delete(self, everywhere if self.permission_model == "SERVICE_MANAGED" else accounts, regions)

    StackInstances.create_instances = create_instances
    StackInstance.to_dict = to_dict
    StackSet.delete_stack_instances = delete_stack_instances
    StackSet.managed_execution = property(lambda self: {"Active": False, **self.managed})
    CloudFormationResponse.create_stack_set = create_stack_set
