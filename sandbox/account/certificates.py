"""Server certificates for intercepted hosts, signed by the authority that moto ships.

moto's own creator calls the openssl command and writes into its package folder, which several sandboxes share.
"""

import datetime
import os
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from moto.moto_proxy.certificate_creator import CertificateCreator


class Certificates:
    certkey = CertificateCreator.certkey
    folder = ""
    lock = threading.Lock()

    def create(self, address: str) -> str:
        """Returns the path of a certificate for the host of `address` ("host:port") and its siblings."""
        host = address.split(":")[0]
        # One certificate serves all buckets and the like below one domain.
        domain = host.split(".", 1)[-1]
        path = os.path.join(Certificates.folder, f"{domain}.crt")
        with Certificates.lock:
            if not os.path.isfile(path):
                with open(path, "wb") as file:
                    file.write(sign(host, domain))
        return path


def sign(host: str, domain: str) -> bytes:
    with open(CertificateCreator.cakey, "rb") as file:
        authority_key = serialization.load_pem_private_key(file.read(), None)
    with open(CertificateCreator.cacert, "rb") as file:
        authority = x509.load_pem_x509_certificate(file.read())
    with open(CertificateCreator.certkey, "rb") as file:
        key = serialization.load_pem_private_key(file.read(), None)
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.DNSName(host)]
    if "." in domain:
        names.append(x509.DNSName(f"*.{domain}"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host[:64])]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM)
