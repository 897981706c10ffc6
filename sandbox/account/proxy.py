"""moto's intercepting HTTPS proxy, fit for many calls at once."""

from http.server import ThreadingHTTPServer
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID
from moto.dax.models import dax_backends
from moto.moto_proxy import proxy3
from moto.moto_proxy.certificate_creator import CertificateCreator

from certificates import Certificates


class Server(ThreadingHTTPServer):
    # With Python's 5, calls beyond the fifth at once wait a second for the kernel's retry.
    request_queue_size = 128
    daemon_threads = True


class RequestHandler(proxy3.ProxyRequestHandler):
    timeout = 60

    def do_CONNECT(self) -> None:
        if leads_nowhere(self.path.split(":")[0]):
            self.send_error(502)
            return
        super().do_CONNECT()

    def end_headers(self) -> None:
        # The proxy closes the connection after each answer. Clients that are not told so keep it for their next call,
        # which then fails and is repeated. The answer to CONNECT, sent before TLS, must not say it.
        if self.command != "CONNECT":
            self.send_header("Connection", "close")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


def leads_nowhere(host: str) -> bool:
    """DAX has no name in regions without it, which a proxy says as any of a name that it cannot find."""
    service, _, rest = host.partition(".")
    region = rest.removesuffix(".cn").removesuffix(".amazonaws.com")
    return service == "dax" and region not in dax_backends[DEFAULT_ACCOUNT_ID].regions


def create(certificate_folder: str) -> ThreadingHTTPServer:
    Certificates.folder = certificate_folder
    proxy3.CertificateCreator = Certificates
    return Server(("127.0.0.1", 0), RequestHandler)


def authority_file() -> str:
    return CertificateCreator.cacert
