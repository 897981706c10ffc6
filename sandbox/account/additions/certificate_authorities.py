"""The certificate authorities of RDS, with the day on which each ends."""

from datetime import datetime, timezone
from typing import Any

from moto.core.responses import ActionResult
from moto.rds.responses import RDSResponse

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
VALID_TILL = {"rds-ca-rsa2048-g1": 2061, "rds-ca-rsa4096-g1": 2121, "rds-ca-ecc384-g1": 2121}


def describe_certificates(self: Any) -> ActionResult:
    wanted = self.params.get("CertificateIdentifier")
    return ActionResult(
        {
            "DefaultCertificateForNewLaunches": "rds-ca-rsa2048-g1",
            "Certificates": [
                {
                    "CertificateIdentifier": name,
                    "CertificateType": "CA",
                    "ValidFrom": datetime(2021, 5, 21, tzinfo=timezone.utc),
                    "ValidTill": datetime(year, 5, 21, tzinfo=timezone.utc),
                    "CertificateArn": f"arn:{self.partition}:rds:{self.region}::cert:{name}",
                    "CustomerOverride": False,
                }
                for name, year in VALID_TILL.items()
                if wanted in (None, name)
            ],
        }
    )


def install() -> None:
    RDSResponse.describe_certificates = describe_certificates
