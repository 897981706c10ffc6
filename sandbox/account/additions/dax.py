"""DAX: subnet and parameter groups, and clusters that remember theirs, their security groups and their zones."""

import json
from typing import Any

from moto.dax.models import DaxCluster
from moto.dax.responses import DAXResponse
from moto.ec2.models import ec2_backends

DEFAULT_PARAMETERS = {"ParameterGroupName": "default.dax1.0", "Description": "Default parameter group for dax1.0"}


def kept(backend: Any, kind: str) -> dict[str, dict[str, Any]]:
    """The groups of one kind, by name."""
    groups = backend.__dict__.setdefault("sandbox_groups", {"subnets": {}, "parameters": {}})
    groups["parameters"].setdefault("default.dax1.0", DEFAULT_PARAMETERS)
    return groups[kind]


def missing(self: Any, code: str, name: str) -> tuple[int, dict[str, Any], str]:
    return 400, {"status": 400}, json.dumps({"__type": code, "message": f"{name} was not found"})


def subnet_group(self: Any, name: str, subnet_ids: list[str], description: str | None) -> dict[str, Any]:
    subnets = ec2_backends[self.current_account][self.region].describe_subnets(subnet_ids=subnet_ids)
    return {
        "SubnetGroupName": name,
        "Description": description,
        "VpcId": subnets[0].vpc_id,
        "Subnets": [
            {"SubnetIdentifier": subnet.id, "SubnetAvailabilityZone": subnet.availability_zone} for subnet in subnets
        ],
    }


def create_subnet_group(self: Any) -> str:
    asked = json.loads(self.body)
    name = asked["SubnetGroupName"]
    group = subnet_group(self, name, asked["SubnetIds"], asked.get("Description"))
    kept(self.dax_backend, "subnets")[name] = group
    return json.dumps({"SubnetGroup": group})


def update_subnet_group(self: Any) -> str:
    asked = json.loads(self.body)
    group = kept(self.dax_backend, "subnets")[asked["SubnetGroupName"]]
    subnets = asked.get("SubnetIds") or [subnet["SubnetIdentifier"] for subnet in group["Subnets"]]
    group.update(subnet_group(self, group["SubnetGroupName"], subnets, asked.get("Description", group["Description"])))
    return json.dumps({"SubnetGroup": group})


def create_parameter_group(self: Any) -> str:
    asked = json.loads(self.body)
    group = {name: asked.get(name) for name in ("ParameterGroupName", "Description")}
    kept(self.dax_backend, "parameters")[asked["ParameterGroupName"]] = group
    return json.dumps({"ParameterGroup": group})


def update_parameter_group(self: Any) -> str:
    asked = json.loads(self.body)
    group = kept(self.dax_backend, "parameters")[asked["ParameterGroupName"]]
    own = {value["ParameterName"]: value for value in group.get("sandbox_values", []) + asked["ParameterNameValues"]}
    group["sandbox_values"] = list(own.values())
    return json.dumps({"ParameterGroup": {name: group[name] for name in ("ParameterGroupName", "Description")}})


def describe_parameters(self: Any) -> str:
    group = kept(self.dax_backend, "parameters")[json.loads(self.body)["ParameterGroupName"]]
    return json.dumps({"Parameters": group.get("sandbox_values", [])})


def groups_of(kind: str, singular: str, code: str) -> tuple[Any, Any]:
    """Describing and deleting the groups of one kind."""

    def describe(self: Any) -> Any:
        groups = kept(self.dax_backend, kind)
        names = json.loads(self.body).get(f"{singular}Names") or list(groups)
        unknown = [name for name in names if name not in groups]
        if unknown:
            return missing(self, code, unknown[0])
        return json.dumps({f"{singular}s": [groups[name] for name in names]})

    def delete(self: Any) -> Any:
        name = json.loads(self.body)[f"{singular}Name"]
        if kept(self.dax_backend, kind).pop(name, None) is None:
            return missing(self, code, name)
        return json.dumps({"DeletionMessage": f"{name} was deleted"})

    return describe, delete


def install() -> None:
    for operation in (
        create_subnet_group,
        update_subnet_group,
        create_parameter_group,
        update_parameter_group,
        describe_parameters,
    ):
        setattr(DAXResponse, operation.__name__, operation)
    DAXResponse.describe_subnet_groups, DAXResponse.delete_subnet_group = groups_of(
        "subnets", "SubnetGroup", "SubnetGroupNotFoundFault"
    )
    DAXResponse.describe_parameter_groups, DAXResponse.delete_parameter_group = groups_of(
        "parameters", "ParameterGroup", "ParameterGroupNotFoundFault"
    )
    DAXResponse.create_cluster = remembering(DAXResponse.create_cluster)


def remembering(create: Any) -> Any:
    def create_cluster(self: Any) -> str:
        create(self)
        asked = json.loads(self.body)
        cluster: DaxCluster = self.dax_backend.clusters[asked["ClusterName"]]
        name = asked.get("SubnetGroupName", "default")
        group = kept(self.dax_backend, "subnets").get(name, {"Subnets": []})
        cluster.subnet_group = name
        cluster.parameter_group.name = asked.get("ParameterGroupName", "default.dax1.0")
        if asked.get("SecurityGroupIds"):
            cluster.security_groups = [
                {"SecurityGroupIdentifier": group, "Status": "active"} for group in asked["SecurityGroupIds"]
            ]
        cluster.preferred_maintenance_window = asked.get(
            "PreferredMaintenanceWindow", cluster.preferred_maintenance_window
        )
        # AWS spreads the nodes over the zones that it is given, else over those of the subnets.
        zones = asked.get("AvailabilityZones") or [subnet["SubnetAvailabilityZone"] for subnet in group["Subnets"]]
        for index, node in enumerate(cluster.nodes):
            node.availability_zone = zones[index % len(zones)] if zones else node.availability_zone
        return json.dumps({"Cluster": cluster.to_json()})

    return create_cluster
