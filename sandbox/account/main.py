"""The emulated AWS account of the sandbox, one process for one run.

Serves every AWS host behind an HTTPS proxy, and the same account as plain HTTP for the few clients that need an
endpoint address. Prints one line of JSON with the addresses once it answers. Ends when its standard input ends, which
happens with the sandbox that started it, however that one dies.
"""

import json
import logging
import os
import sys
import threading
from typing import Any


def main() -> None:
    # What moto and its server print goes to standard error; standard output carries the one line of JSON alone.
    announcement = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    os.environ["TEST_PROXY_MODE"] = "true"
    os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
    os.environ.setdefault("MOTO_RDS_SNAPSHOT_LIMIT", "100000")

    threading.Thread(target=end_with_parent, daemon=True).start()

    import proxy
    from additions import install

    install()
    logging.getLogger("MOTO_PROXY").setLevel(logging.WARNING)
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = proxy.create(certificate_folder=sys.argv[1])
    endpoint_port = serve_endpoint()
    # Services of moto that call other services go to this port.
    os.environ["MOTO_PORT"] = str(endpoint_port)

    print(
        json.dumps(
            {
                "proxy": f"http://127.0.0.1:{server.server_address[1]}",
                "endpoint": f"http://127.0.0.1:{endpoint_port}",
                "certificateAuthority": proxy.authority_file(),
            }
        ),
        file=announcement,
        flush=True,
    )
    server.serve_forever()


def end_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(0)


def serve_endpoint() -> int:
    """Keeps connections open, which moto's own server does not: a third of the time of a small call."""
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from waitress import create_server

    application = DomainDispatcherApplication(create_backend_app)

    def with_raw_uri(environ: dict[str, Any], start_response: Any) -> Any:
        # moto reads the path as it was sent, with the slashes of ARNs escaped, under the name that its own server uses.
        environ["RAW_URI"] = environ["REQUEST_URI"]
        return application(environ, start_response)

    # Calls that a test leaves without an answer hold a thread each.
    server = create_server(with_raw_uri, host="127.0.0.1", port=0, threads=64, clear_untrusted_proxy_headers=True)
    threading.Thread(target=server.run, daemon=True).start()
    return server.effective_port


if __name__ == "__main__":
    main()
