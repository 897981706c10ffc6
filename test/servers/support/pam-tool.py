"""MariaDB's PAM plug-in starts this in place of its own auth_pam_tool, with the client's answers on its standard input.

It asks the gate of the tests, at the port that the file beside it names, instead of PAM. Of the protocol between the two, see
plugin/auth_pam/auth_pam_tool.h of MariaDB: a text is its length in two bytes and its bytes; "C" asks the client, "E"
ends the log-in well, and an end without it refuses it.
"""

import json
import os
import socket
import sys

CLIENT, SERVER = 0, 1
HIDDEN_LAST_PROMPT = b"\x05"


def exactly(count):
    data = b""
    while len(data) < count:
        more = os.read(CLIENT, count - len(data))
        if not more:
            sys.exit(1)
        data += more
    return data


def read_text():
    return exactly(int.from_bytes(exactly(2), "big"))


def write_text(kind, text):
    os.write(SERVER, kind + len(text).to_bytes(2, "big") + text)


exactly(1)
user = read_text().decode()
read_text()
write_text(b"C", HIDDEN_LAST_PROMPT + b"Token: ")
token = read_text().rstrip(b"\0").decode()
with open(f"{os.path.dirname(__file__)}/gate-port", encoding="ascii") as file:
    port = int(file.read())
with socket.create_connection(("127.0.0.1", port)) as gate:
    gate.sendall(json.dumps([user, token]).encode() + b"\n")
    answer = gate.makefile().readline()
if answer != "yes\n":
    sys.exit(1)
os.write(SERVER, b"E")
