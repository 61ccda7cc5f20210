"""A web server for a built site, as an operator would set one up."""

import os
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm"}

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        """Answers with what the test makes of the file, where it wants to; None is a file that is not there."""
        file = self.translate_path(self.path)
        if self.server.alter is None or not os.path.isfile(file):
            return super().do_GET()
        with open(file, "rb") as content:
            body = self.server.alter(self.path, content.read())
        if body is None:
            return self.send_error(404)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):
        """Answers with the site's own page where there is none at the address."""
        with open(f"{self.directory}/404.html", "rb") as page:
            body = page.read()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    alter = None

    def handle_error(self, request, client_address):
        """Says nothing of readers who leave before they have everything."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class SiteServer:
    """Serves a folder on a free port of this machine until it is left.

    A test may set `alter`, which makes of a path and its bytes the bytes that are answered.
    """

    def __init__(self, folder):
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    @property
    def alter(self):
        return self._server.alter

    @alter.setter
    def alter(self, alter):
        self._server.alter = alter

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
