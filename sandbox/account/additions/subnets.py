"""IPv6 blocks of subnets say by a word that they are associated, where moto puts the whole state."""

from typing import Any

from moto.ec2.models.subnets import Subnet


def associations(self: Any) -> list[dict[str, Any]]:
    return [
        {
            "associationId": association["associationId"],
            "ipv6CidrBlock": association["ipv6CidrBlock"],
            "ipv6CidrBlockState": {"state": association["ipv6CidrBlockState"]["State"]},
        }
        for association in self.ipv6_cidr_block_associations.values()
        if association["ipv6CidrBlockState"]["State"] == "associated"
    ]


def install() -> None:
    Subnet.ipv6_cidr_block_association_set = property(associations)
