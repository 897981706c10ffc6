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
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    return server.get_host_and_port()[1]


if __name__ == "__main__":
    main()
