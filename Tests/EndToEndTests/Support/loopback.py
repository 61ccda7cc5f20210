"""What the servers of the tests have in common: they listen on loopback and end with the test that started them."""

import socket
import sys


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


def serve_until_told(folder, port):
    """Says where the server listens, and waits for the end of standard input."""
    (folder / "port.new").write_text(str(port))
    (folder / "port.new").rename(folder / "port")
    sys.stdin.read()
