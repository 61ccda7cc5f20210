#!/usr/bin/env python3
"""An S3 endpoint on loopback that holds its objects in memory: moto, a stand-in for an object store.

usage: object_store.py FOLDER

FOLDER gets `rclone.conf` with the remote `store`, whose bucket `bucket` is there, and, once the server answers, `port`.
`requests` has a line for every request that was answered. While FOLDER/slow is there writing takes long, while
FOLDER/closed is there every request is refused.
"""
import logging
import os
import pathlib
import sys
import threading
import time
import urllib.request

os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

from loopback import serve_until_told  # noqa: E402


class Store:
    def __init__(self, folder):
        self.folder = folder
        self.app = DomainDispatcherApplication(create_backend_app)
        self.requests = open(folder / "requests", "w", buffering=1)

    def __call__(self, environ, start_response):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if (self.folder / "closed").exists():
            start_response("403 Forbidden", [("Content-Length", "0")])
            return [b""]
        if method == "PUT" and (self.folder / "slow").exists():
            time.sleep(0.1)
        body = b"".join(self.app(environ, start_response))
        self.requests.write(f"{method} {path}\n")
        return [body]


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, Store(folder), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urllib.request.urlopen(
        urllib.request.Request(f"http://127.0.0.1:{server.server_port}/bucket", method="PUT")).close()
    (folder / "rclone.conf").write_text(f"""[store]
type = s3
provider = Other
access_key_id = x
secret_access_key = x
endpoint = http://127.0.0.1:{server.server_port}
region = us-east-1
force_path_style = true
no_check_bucket = true
""")
    serve_until_told(folder, server.server_port)


if __name__ == "__main__":
    sys.exit(main())
